using NewCitizen.Errors;
using NewCitizen.Exchange.Tables;
using NodaTime;

namespace NewCitizen.Exchange.Rosters;

/// <summary>One cell of a roster after cleaning (清理后的单元格).</summary>
/// <param name="Kind">What the file held.</param>
/// <param name="Text">The cleaned text; empty for a blank cell. May be personal.</param>
/// <param name="Date">The date, for cells of date columns that could be read.</param>
/// <param name="Problem">What is wrong with it, error or warning.</param>
public readonly record struct RosterCell(CellKind Kind, string Text, LocalDate? Date = null, ErrorCode? Problem = null)
{
    /// <summary>A cell that is not there.</summary>
    public static RosterCell Empty { get; } = new(CellKind.Empty, string.Empty);

    /// <summary>Nothing is left after cleaning.</summary>
    public bool IsBlank => string.IsNullOrEmpty(Text);

    /// <summary>Whether the cell refuses its row.</summary>
    public bool IsRefused => Problem is { Severity: IssueSeverity.Error };

    /// <summary>Kind and problem; never the content.</summary>
    public override string ToString() => Problem is null ? $"{Kind}" : $"{Kind} {Problem}";
}
