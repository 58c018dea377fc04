using System.Globalization;
using NewCitizen.Errors;
using NewCitizen.Exchange.Tables;

namespace NewCitizen.Exchange.Rosters;

/// <summary>
/// Writes the roster once more as a workbook with the failing cells marked (标注副本), for the office to mend and hand in again:
/// red where refused, yellow where worth a look, and what is wrong in a last column. Rows, columns and titles stay where they were.
/// The copy holds the office's own data in full and is as sensitive as the roster.
/// </summary>
public static class MarkedCopyWriter
{
    internal const string MessageHeading = "问题 / Issues";
    private const int MaxMessage = 2000;

    private static readonly CultureInfo s_chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>Reads the roster again and writes the marked copy, with constant memory.</summary>
    /// <param name="source">The roster; a stream that can seek, left open.</param>
    /// <param name="options">As it was read the first time.</param>
    /// <param name="issues">Issues in ascending order of row, such as from <see cref="IssuesFileReader"/>; those without row are passed over.</param>
    /// <param name="destination">Left open. Only a copy written to its end is a whole workbook.</param>
    /// <param name="culture">Language of the messages; <see langword="null"/> for Chinese.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="TableException">The roster cannot be read, or has more rows or columns than a worksheet.</exception>
    public static async Task WriteAsync(Stream source, RosterOptions? options, IAsyncEnumerable<Issue> issues, Stream destination, CultureInfo? culture, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(issues);
        options ??= RosterOptions.Default;
        culture ??= s_chinese;
        var headings = await HeadingsAsync(source, options, cancellationToken).ConfigureAwait(false);
        var messageColumn = headings.Columns.Count == 0 ? 1 : headings.Columns.Max(column => column.Index) + 1;

        var table = await TableReader.OpenAsync(source, options.Table, cancellationToken).ConfigureAwait(false);
        await using var readerScope = table.ConfigureAwait(false);
        var writer = new XlsxTableWriter(destination, table.Sheet ?? "花名册");
        await using var writerScope = writer.ConfigureAwait(false);
        var ordered = issues.GetAsyncEnumerator(cancellationToken);
        await using var issuesScope = ordered.ConfigureAwait(false);
        var more = await ordered.MoveNextAsync().ConfigureAwait(false);
        var found = new List<Issue>();
        await foreach (var row in table.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            found.Clear();
            while (more && (ordered.Current.Location.Row ?? 0) <= row.Row)
            {
                if (ordered.Current.Location.Row == row.Row) found.Add(ordered.Current);
                more = await ordered.MoveNextAsync().ConfigureAwait(false);
            }

            writer.WriteRow(row.Row, Cells(row, headings, found, messageColumn, culture));
        }

        writer.Complete();
    }

    private static async Task<RosterHeadings> HeadingsAsync(Stream source, RosterOptions options, CancellationToken cancellationToken)
    {
        var roster = await RosterReader.OpenAsync(source, options, cancellationToken).ConfigureAwait(false);
        await using var scope = roster.ConfigureAwait(false);
        return roster.Headings;
    }

    private static List<(int Column, string Text, CellMark Mark)> Cells(TableRow row, RosterHeadings headings, List<Issue> issues, int messageColumn, CultureInfo culture)
    {
        var isHeading = row.Row == headings.Row;
        var marks = new SortedDictionary<int, CellMark>();
        foreach (var issue in issues)
        {
            if (ColumnOf(issue.Location.Column, row, headings) is not { } column) continue;
            var mark = issue.IsError ? CellMark.Error : CellMark.Warning;
            if (!marks.TryGetValue(column, out var before) || before == CellMark.Warning) marks[column] = mark;
        }

        var cells = new List<(int Column, string Text, CellMark Mark)>(row.Cells.Count + 2);
        foreach (var cell in row.Cells)
        {
            // A marked cell may be blank: that is often what is wrong with it.
            while (marks.Count > 0 && marks.First() is var (blank, mark) && blank < cell.Column)
            {
                cells.Add((blank, string.Empty, mark));
                marks.Remove(blank);
            }

            cells.Add((cell.Column, Shown(cell), marks.Remove(cell.Column, out var found) ? found : isHeading ? CellMark.Heading : CellMark.None));
        }

        cells.AddRange(marks.Select(mark => (mark.Key, string.Empty, mark.Value)));
        var last = cells.Count > 0 ? cells[^1].Column : -1;
        if (isHeading) cells.Add((Math.Max(messageColumn, last + 1), MessageHeading, CellMark.Heading));
        else if (issues.Count > 0) cells.Add((Math.Max(messageColumn, last + 1), Message(issues, culture), issues.Exists(issue => issue.IsError) ? CellMark.Error : CellMark.Warning));
        return cells;
    }

    private static int? ColumnOf(string? name, TableRow row, RosterHeadings headings)
    {
        if (name is null) return null;
        return headings.Columns.FirstOrDefault(column => column.Heading == name)?.Index
            ?? row.Cells.Where(cell => ColumnName.Of(cell.Column) == name).Select(cell => (int?)cell.Column).FirstOrDefault();
    }

    // Day numbers mean nothing to a clerk once the cell is text.
    private static string Shown(TableCell cell) => cell is { Kind: CellKind.Date, Date: { } date }
        ? date.TimeOfDay == NodaTime.LocalTime.Midnight ? NodaTime.Text.LocalDatePattern.Iso.Format(date.Date) : NodaTime.Text.LocalDateTimePattern.GeneralIso.Format(date)
        : cell.Text;

    private static string Message(List<Issue> issues, CultureInfo culture)
    {
        var text = string.Join("; ", issues.Select(issue => issue.Location.Column is { } column ? $"{column}: {issue.Message(culture)} ({issue.Code})" : $"{issue.Message(culture)} ({issue.Code})"));
        return text.Length <= MaxMessage ? text : text[..MaxMessage];
    }
}
