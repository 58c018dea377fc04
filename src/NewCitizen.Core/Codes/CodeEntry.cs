using System.Globalization;
using NodaTime;

namespace NewCitizen.Codes;

/// <summary>One row of a code table (代码项). Rows are never deleted: one that ended keeps its dates and its successor. Thread-safe.</summary>
public sealed class CodeEntry
{
    internal CodeEntry(CodeEntryData data, CodeCertainty tableCertainty)
    {
        Code = data.Code;
        Name = data.Name;
        EnglishName = data.EnglishName;
        Aliases = data.Aliases ?? [];
        CodeAliases = data.CodeAliases ?? [];
        ValidFrom = CodeTableReader.Date(data.ValidFrom);
        ValidTo = CodeTableReader.Date(data.ValidTo);
        ReplacedBy = data.ReplacedBy;
        Covers = data.Covers;
        Certainty = data.Certainty is null ? tableCertainty : CodeTableReader.Certainty(data.Certainty);
    }

    /// <summary>The code as stored and exchanged, such as <c>01</c>.</summary>
    public string Code { get; }

    /// <summary>Chinese name (中文名称).</summary>
    public string Name { get; }

    /// <summary>English name.</summary>
    public string EnglishName { get; }

    /// <summary>Other names rosters use, such as 汉 for 汉族.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>Other codes that circulate for the same thing and are read on import.</summary>
    public IReadOnlyList<string> CodeAliases { get; }

    /// <summary>First day in force; <see langword="null"/> means as long as the table.</summary>
    public LocalDate? ValidFrom { get; }

    /// <summary>Last day in force; <see langword="null"/> means still in force.</summary>
    public LocalDate? ValidTo { get; }

    /// <summary>The code that took over, if the row ended and the standard says which.</summary>
    public string? ReplacedBy { get; }

    /// <summary>A range of narrower codes the row stands for, such as <c>13-43</c> for the divisions of an industry section.</summary>
    public string? Covers { get; }

    /// <summary>How well the row was checked.</summary>
    public CodeCertainty Certainty { get; }

    /// <summary>Whether the row is in force on <paramref name="date"/>, by its own dates alone.</summary>
    public bool IsInForce(LocalDate date) => !(date < ValidFrom) && !(date > ValidTo);

    /// <summary>The name for a reader of <paramref name="culture"/>: Chinese for <c>zh*</c>, English for all others; <see langword="null"/> means the current UI culture.</summary>
    public string NameIn(CultureInfo? culture) =>
        (culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName == "zh" ? Name : EnglishName;

    /// <summary>Code and Chinese name, such as <c>01 汉族</c>.</summary>
    public override string ToString() => $"{Code} {Name}";

    internal bool CoversCode(ReadOnlySpan<char> code)
    {
        if (Covers is null)
        {
            return false;
        }

        var dash = Covers.IndexOf('-', StringComparison.Ordinal);
        return code.Length == dash
            && code.SequenceCompareTo(Covers.AsSpan(0, dash)) >= 0
            && code.SequenceCompareTo(Covers.AsSpan(dash + 1)) <= 0;
    }
}
