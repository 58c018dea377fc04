using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using NewCitizen.Errors;
using NodaTime;

namespace NewCitizen.Codes;

/// <summary>
/// A code table of a standard (代码表): codes with Chinese and English names, other names in use and dates in force.
/// A code the table does not know is an answer, never an exception. Immutable and thread-safe.
/// </summary>
public sealed class CodeTable
{
    private readonly FrozenDictionary<string, CodeEntry> _byCode;
    private readonly FrozenDictionary<string, CodeEntry>.AlternateLookup<ReadOnlySpan<char>> _byCodeSpan;
    private readonly FrozenDictionary<string, CodeEntry> _byText;
    private readonly FrozenDictionary<string, CodeEntry>.AlternateLookup<ReadOnlySpan<char>> _byTextSpan;

    internal CodeTable(CodeTableData data)
    {
        Id = data.Id;
        Standard = data.Standard;
        Edition = data.Edition;
        Name = data.Name;
        EnglishName = data.EnglishName;
        ValidFrom = CodeTableReader.Date(data.ValidFrom);
        Certainty = CodeTableReader.Certainty(data.Certainty);
        Entries = [.. data.Entries.Select(entry => new CodeEntry(entry, Certainty))];
        _byCode = Entries.ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal);
        _byText = Texts(data.LeadingZeroOptional);
        _byCodeSpan = _byCode.GetAlternateLookup<ReadOnlySpan<char>>();
        _byTextSpan = _byText.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Stable id of the table, such as <c>ethnicity</c>.</summary>
    public string Id { get; }

    /// <summary>The standard without its year, such as <c>GB/T 3304</c> (标准号).</summary>
    public string Standard { get; }

    /// <summary>The year of the edition, such as <c>1991</c> (版本).</summary>
    public string Edition { get; }

    /// <summary>Chinese name of the table.</summary>
    public string Name { get; }

    /// <summary>English name of the table.</summary>
    public string EnglishName { get; }

    /// <summary>The day the edition came into force; <see langword="null"/> where that was not established.</summary>
    public LocalDate? ValidFrom { get; }

    /// <summary>How well the table was checked; single rows may differ.</summary>
    public CodeCertainty Certainty { get; }

    /// <summary>All rows in the order of the standard, superseded ones after the present ones.</summary>
    public IReadOnlyList<CodeEntry> Entries { get; }

    /// <summary>Finds a row by its exact code, whether in force or superseded. Allocates nothing.</summary>
    public bool TryFind(ReadOnlySpan<char> code, [NotNullWhen(true)] out CodeEntry? entry) => _byCodeSpan.TryGetValue(code, out entry);

    /// <summary>The row with this exact code, whether in force or superseded; <see langword="null"/> if there is none.</summary>
    public CodeEntry? Find(string? code) => code is not null && _byCode.TryGetValue(code, out var entry) ? entry : null;

    /// <summary>The row with this exact code if it is in force on <paramref name="on"/> by its own dates; otherwise <see langword="null"/>.</summary>
    public CodeEntry? Find(string? code, LocalDate on) => Find(code) is { } entry && entry.IsInForce(on) ? entry : null;

    /// <summary>The row that stands today for a code: the row itself, or what replaced it; <see langword="null"/> if the code is unknown.</summary>
    public CodeEntry? Resolve(string? code)
    {
        var entry = Find(code);
        while (entry?.ReplacedBy is { } next)
        {
            entry = Find(next);
        }

        return entry;
    }

    /// <summary>
    /// Finds a row by what a roster may say: code, Chinese or English name, or another name in use. Full-width characters,
    /// blanks and letter case do not matter. Allocates nothing for texts up to 128 characters.
    /// </summary>
    public CodeEntry? Match(ReadOnlySpan<char> text)
    {
        var buffer = text.Length <= 128 ? stackalloc char[128] : new char[text.Length];
        return _byTextSpan.TryGetValue(buffer[..CodeText.Normalise(text, buffer)], out var entry) ? entry : null;
    }

    /// <summary>
    /// Reads what a roster says into a value to store. A superseded code becomes the present one unless it was in force on
    /// <paramref name="on"/>; an unknown text is kept as written.
    /// </summary>
    /// <param name="text">Code or name.</param>
    /// <param name="on">The day the text speaks of; <see langword="null"/> means now.</param>
    /// <param name="issue">What to tell the office, if anything: empty, unknown, superseded or not in force.</param>
    public CodedValue Read(string? text, LocalDate? on, out ErrorCode? issue)
    {
        issue = string.IsNullOrWhiteSpace(text) ? CodeErrors.Empty : null;
        if (issue is not null)
        {
            return default;
        }

        if (Match(text) is not { } entry)
        {
            issue = CodeErrors.Unknown;
            return CodedValue.Unknown(text!.Trim());
        }

        if (on is { } day && entry.IsInForce(day))
        {
            return CodedValue.Of(entry);
        }

        if (entry.ReplacedBy is not null)
        {
            issue = CodeErrors.Superseded;
            return CodedValue.Of(Resolve(entry.Code)!);
        }

        issue = on is null && entry.ValidTo is null ? null : CodeErrors.NotInForce;
        return CodedValue.Of(entry);
    }

    /// <summary>The row whose <see cref="CodeEntry.Covers"/> range holds a narrower code, such as section C for industry division <c>39</c>.</summary>
    public CodeEntry? FindCovering(ReadOnlySpan<char> narrowerCode)
    {
        foreach (var entry in Entries)
        {
            if (entry.CoversCode(narrowerCode))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>Id, standard and edition, such as <c>ethnicity (GB/T 3304-1991)</c>.</summary>
    public override string ToString() => $"{Id} ({Standard}-{Edition})";

    private FrozenDictionary<string, CodeEntry> Texts(bool leadingZeroOptional)
    {
        var texts = new Dictionary<string, CodeEntry>(StringComparer.Ordinal);
        foreach (var entry in Entries)
        {
            // A text that could mean two rows would be a guess, so Add is right to throw: the tables are part of the build.
            Add(texts, entry.Code, entry);
            Add(texts, entry.Name, entry);
            Add(texts, entry.EnglishName, entry);
            foreach (var alias in entry.Aliases.Concat(entry.CodeAliases))
            {
                Add(texts, alias, entry);
            }

            // Spreadsheets turn 01 into 1. Only tables without any one-digit edition allow reading it back.
            if (leadingZeroOptional && entry.Code is ['0', _])
            {
                Add(texts, entry.Code[1..], entry);
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);

        static void Add(Dictionary<string, CodeEntry> texts, string text, CodeEntry entry)
        {
            var key = CodeText.Normalise(text);
            if (!texts.TryAdd(key, entry) && !ReferenceEquals(texts[key], entry))
            {
                throw new InvalidOperationException($"{text} means two rows: {texts[key].Code} and {entry.Code}.");
            }
        }
    }
}
