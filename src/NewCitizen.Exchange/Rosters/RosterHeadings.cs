using NewCitizen.Errors;
using NewCitizen.Exchange.Tables;

namespace NewCitizen.Exchange.Rosters;

/// <summary>The heading row of a roster and what its columns mean (表头).</summary>
public sealed class RosterHeadings
{
    /// <summary>Rows looked at from the top: above the heading stand titles, the office, the date.</summary>
    internal const int MaxTitleRows = 30;

    private static readonly RosterField[] s_required = [RosterField.Name, RosterField.DocumentNumber];

    private readonly HashSet<int> _headed;
    private readonly string[] _normalised;

    private RosterHeadings(long row, IReadOnlyList<RosterColumn> columns, IReadOnlyList<Issue> issues, HashSet<int> headed) =>
        (Row, Columns, Issues, _headed, _normalised) = (row, columns, issues, headed, [.. columns.Select(column => HeadingText.Normalise(column.Heading))]);

    /// <summary>Row of the heading, from 1.</summary>
    public long Row { get; }

    /// <summary>The columns that count, in their order; those a mapping leaves out are not among them.</summary>
    public IReadOnlyList<RosterColumn> Columns { get; }

    /// <summary>What is wrong with the heading. With any error among it no row can be read.</summary>
    public IReadOnlyList<Issue> Issues { get; }

    /// <summary>Finds the heading among the first rows of a file: the first that knows the most headings.</summary>
    /// <param name="rows">The first rows.</param>
    /// <param name="mapping">Headings of this office.</param>
    /// <param name="sheet">Name of the worksheet, for places.</param>
    /// <exception cref="TableException">No row holds any known heading.</exception>
    public static RosterHeadings Find(IReadOnlyList<TableRow> rows, RosterMapping mapping, string? sheet)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(mapping);
        TableRow? best = null;
        var most = 0;
        foreach (var row in rows)
        {
            var known = CountKnown(row, mapping);
            if (known > most) (best, most) = (row, known);
        }

        if (best is null) throw new TableException(RosterErrors.NoHeadingRow, new IssueLocation(Sheet: sheet), MaxTitleRows.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Read(best, mapping, sheet);
    }

    /// <summary>Whether a row has both required headings, so that no better row needs to be looked for.</summary>
    internal static bool IsComplete(TableRow row, RosterMapping mapping) =>
        s_required.All(field => row.Cells.Any(cell => mapping.TryFind(HeadingText.Normalise(cell.Text), out var found) && found == field));

    /// <summary>Whether a row is the heading once more, as printed at the top of each page.</summary>
    internal bool IsRepeatedBy(TableRow row)
    {
        var same = 0;
        for (var i = 0; i < Columns.Count; i++)
        {
            var text = row[Columns[i].Index].Text;
            if (text.Length == 0) continue;
            if (!string.Equals(HeadingText.Normalise(text), _normalised[i], StringComparison.Ordinal)) return false;
            same++;
        }

        return same >= 2 && same * 2 > Columns.Count;
    }

    /// <summary>Whether a column has a heading, be it one a mapping leaves out.</summary>
    internal bool HasHeading(int column) => _headed.Contains(column);

    private static int CountKnown(TableRow row, RosterMapping mapping) =>
        row.Cells.Count(cell => cell.Kind == CellKind.Text && cell.Text.Length <= 4 * HeadingText.MaxLength && mapping.TryFind(HeadingText.Normalise(cell.Text), out _));

    private static RosterHeadings Read(TableRow row, RosterMapping mapping, string? sheet)
    {
        var columns = new List<RosterColumn>(row.Cells.Count);
        var issues = new List<Issue>();
        var headed = new HashSet<int>();
        foreach (var cell in row.Cells)
        {
            var heading = HeadingText.Display(cell);
            if (heading.Length == 0) continue;
            headed.Add(cell.Column);
            var known = mapping.TryFind(HeadingText.Normalise(cell.Text), out var field);
            if (known && field is null) continue;
            if (!known) issues.Add(new Issue(RosterErrors.UnknownHeading, At(row, sheet, heading)));
            if (field is { } f && columns.Exists(column => column.Field == f))
            {
                issues.Add(new Issue(RosterErrors.DuplicateHeading, At(row, sheet, heading), [HeadingSynonyms.NameOf(f)]));
            }

            columns.Add(new RosterColumn(cell.Column, heading, field));
        }

        foreach (var field in s_required)
        {
            if (!columns.Exists(column => column.Field == field)) issues.Add(new Issue(RosterErrors.MissingHeading, At(row, sheet, column: null), [HeadingSynonyms.NameOf(field)]));
        }

        return new RosterHeadings(row.Row, columns, issues, headed);
    }

    private static IssueLocation At(TableRow row, string? sheet, string? column) => new(Line: row.Line, Row: row.Row, Column: column, Sheet: sheet);
}
