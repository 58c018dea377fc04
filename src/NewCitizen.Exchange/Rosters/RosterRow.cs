using System.Collections.Frozen;
using NewCitizen.Errors;
using NewCitizen.Exchange.Tables;

namespace NewCitizen.Exchange.Rosters;

/// <summary>One row of a roster after cleaning (花名册的一行), with its place and what is wrong with its cells.</summary>
public sealed class RosterRow
{
    private readonly RosterCell[] _cells;

    internal RosterRow(TableRow source, string? sheet, RosterHeadings headings, RosterCell[] cells, IReadOnlyDictionary<string, RosterCell> extension, IReadOnlyList<Issue> issues) =>
        (Source, Sheet, Headings, _cells, Extension, Issues) = (source, sheet, headings, cells, extension, issues);

    /// <summary>The row as the file holds it.</summary>
    public TableRow Source { get; }

    /// <summary>Row from 1 as a spreadsheet shows it.</summary>
    public long Row => Source.Row;

    /// <summary>Line of a text file from 1; <see langword="null"/> for workbooks.</summary>
    public long? Line => Source.Line;

    /// <summary>Name of the worksheet; <see langword="null"/> for CSV.</summary>
    public string? Sheet { get; }

    /// <summary>The heading of the roster.</summary>
    public RosterHeadings Headings { get; }

    /// <summary>Cells of columns with unknown headings, by heading; blank ones left out.</summary>
    public IReadOnlyDictionary<string, RosterCell> Extension { get; }

    /// <summary>What is wrong with the cells, errors and warnings.</summary>
    public IReadOnlyList<Issue> Issues { get; }

    /// <summary>Whether any cell refuses the row.</summary>
    public bool HasErrors => Issues.Any(issue => issue.IsError);

    /// <summary>The cell of a field; an empty one if the roster has no such column.</summary>
    public RosterCell this[RosterField field] => _cells[(int)field];

    /// <summary>The place of a field in this row, with the office's own heading, for issues found later.</summary>
    /// <param name="field">The field; <see langword="null"/> for the row as a whole.</param>
    public IssueLocation At(RosterField? field = null) => new(Line: Line, Row: Row, Column: field is { } f ? Headings.Columns.FirstOrDefault(column => column.Field == f)?.Heading : null, Sheet: Sheet);

    /// <summary>Row and number of issues; never the content.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"row {Row}, {Issues.Count} issues");

    internal static RosterRow? Read(TableRow source, string? sheet, RosterHeadings headings)
    {
        var cells = new RosterCell[RosterFields.Count];
        Array.Fill(cells, RosterCell.Empty);
        Dictionary<string, RosterCell>? extension = null;
        List<Issue>? issues = null;
        var blank = true;
        foreach (var column in headings.Columns)
        {
            var cell = CellCleaner.Clean(source[column.Index], column.Field);
            if (column.Field is { } field) cells[(int)field] = cell;
            else if (!cell.IsBlank) (extension ??= new(StringComparer.Ordinal))[UniqueKey(extension, column)] = cell;
            if (cell.IsBlank) continue;
            if (column.Field == RosterField.SequenceNumber) continue;
            blank = false;
            if (cell.Problem is { } problem) (issues ??= []).Add(new Issue(problem, new IssueLocation(Line: source.Line, Row: source.Row, Column: column.Heading, Sheet: sheet), Figures(problem)));
        }

        foreach (var stray in source.Cells.Where(cell => !headings.HasHeading(cell.Column)))
        {
            var cell = CellCleaner.Clean(stray, field: null);
            if (cell.IsBlank) continue;
            blank = false;
            (extension ??= new(StringComparer.Ordinal))[ColumnName.Of(stray.Column)] = cell;
            (issues ??= []).Add(new Issue(RosterErrors.CellWithoutHeading, new IssueLocation(Line: source.Line, Row: source.Row, Column: ColumnName.Of(stray.Column), Sheet: sheet)));
        }

        // Forms come with their numbers printed on every line: a row with nothing else is blank.
        if (blank) return null;
        foreach (var column in headings.Columns)
        {
            if (column.Field is RosterField.Name or RosterField.DocumentNumber && cells[(int)column.Field].IsBlank)
            {
                (issues ??= []).Add(new Issue(RosterErrors.RequiredBlank, new IssueLocation(Line: source.Line, Row: source.Row, Column: column.Heading, Sheet: sheet), [HeadingSynonyms.NameOf(column.Field.Value)]));
            }
        }

        return new RosterRow(source, sheet, headings, cells, (IReadOnlyDictionary<string, RosterCell>?)extension ?? FrozenDictionary<string, RosterCell>.Empty, (IReadOnlyList<Issue>?)issues ?? []);
    }

    private static string UniqueKey(Dictionary<string, RosterCell> extension, RosterColumn column) =>
        extension.ContainsKey(column.Heading) ? $"{column.Heading} ({ColumnName.Of(column.Index)})" : column.Heading;

    private static IReadOnlyList<string> Figures(ErrorCode problem) =>
        problem == RosterErrors.TextTooLong ? [CellCleaner.MaxText.ToString(System.Globalization.CultureInfo.InvariantCulture)] : [];
}
