using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml;
using NewCitizen.Errors;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Exchange.Tables;

/// <summary>Rows of one worksheet of an XLSX workbook, read forward only (ECMA-376 part 1, 18.3).</summary>
internal sealed class XlsxTableReader : ITableReader
{
    private readonly WorkbookArchive _archive;
    private readonly WorkbookIndex _index;
    private readonly TableLimits _limits;
    private SharedTexts _texts = new();
    private DateFormats _formats = new();
    private WorkbookPart? _part;
    private bool _started;
    private long _row;

    private XlsxTableReader(WorkbookArchive archive, WorkbookIndex index, TableLimits limits, long total) =>
        (_archive, _index, _limits, TotalBytes) = (archive, index, limits, total);

    public TableFormat Format => TableFormat.Xlsx;

    public string? EncodingName => null;

    public string? Sheet => _index.SheetName;

    public long BytesRead => _part is not { Length: > 0 } part ? 0 : (long)(TotalBytes * Math.Min(1.0, (double)part.BytesRead / part.Length));

    public long TotalBytes { get; }

    public static XlsxTableReader Open(Stream source, TableOptions options)
    {
        var archive = WorkbookArchive.Open(source, options.Limits);
        try
        {
            return new XlsxTableReader(archive, WorkbookIndex.Load(archive, options.Sheet), options.Limits, source.Length);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    // Unpacking and parsing are work of the processor; only where rows are handed out can the caller go on.
    public async IAsyncEnumerable<TableRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_started) throw new InvalidOperationException("The rows were read already; open the file again.");
        _started = true;
        await Task.CompletedTask.ConfigureAwait(false);
        using (var texts = _index.TextsPath is { } path ? _archive.OpenPart(path) : null) _texts = SharedTexts.Load(texts, _limits);
        using (var styles = _index.StylesPath is { } path ? _archive.OpenPart(path) : null) _formats = DateFormats.Load(styles);
        using var part = _part = _archive.OpenPart(_index.SheetPath) ?? throw new TableException(TableErrors.DamagedWorkbook);
        var xml = part.Xml;
        if (!part.ReadTo("sheetData") || xml.IsEmptyElement) yield break;
        var depth = xml.Depth;
        while (part.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row") continue;
            cancellationToken.ThrowIfCancellationRequested();
            _row = NextRow(xml.GetAttribute("r"));
            var cells = xml.IsEmptyElement ? [] : Cells(part);
            if (cells.Count > 0) yield return new TableRow(_row, line: null, cells);
        }
    }

    public ValueTask DisposeAsync()
    {
        _archive.Dispose();
        return ValueTask.CompletedTask;
    }

    private long NextRow(string? number)
    {
        var next = _row + 1;
        if (number is not null && (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out next) || next <= _row)) throw Fault(TableErrors.MalformedSheet, _row + 1);
        return next <= _limits.MaxSheetRows ? next : throw Fault(TableErrors.TooManyRows, next, _limits.MaxSheetRows);
    }

    private List<TableCell> Cells(WorkbookPart part)
    {
        var xml = part.Xml;
        var depth = xml.Depth;
        var cells = new List<TableCell>(16);
        var column = -1;
        while (part.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c") continue;
            var next = column + 1;
            if (xml.GetAttribute("r") is { } reference && (!ColumnName.TryParseReference(reference, out next) || next <= column)) throw Fault(TableErrors.MalformedSheet, _row);
            column = next;
            if (column >= _limits.MaxColumns) throw Fault(TableErrors.TooManyColumns, _row, _limits.MaxColumns);
            TableCell cell;
            try
            {
                cell = Cell(part, column);
            }
            catch (TableException e) when (e.Location.Row is null)
            {
                throw new TableException(e.Code, e, new IssueLocation(Row: _row, Column: ColumnName.Of(column), Sheet: _index.SheetName), e.Arguments);
            }

            if (cell.Text.Length > 0) cells.Add(cell);
        }

        return cells;
    }

    private TableCell Cell(WorkbookPart part, int column)
    {
        var xml = part.Xml;
        var type = xml.GetAttribute("t") ?? "n";
        _ = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style);
        var raw = string.Empty;
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (part.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                // The formula itself (f) is passed over: its last result is the value.
                if (xml.LocalName == "v") raw = part.ReadText(_limits.MaxCellLength);
                else if (xml.LocalName == "is") raw = part.ReadRichText(_limits.MaxCellLength);
            }
        }

        return raw.Length == 0 ? new TableCell(column, CellKind.Empty, string.Empty) : type switch
        {
            "s" => new TableCell(column, CellKind.Text, _texts.Find(raw) ?? throw Fault(TableErrors.MalformedSheet, _row)),
            "str" or "inlineStr" => new TableCell(column, CellKind.Text, raw),
            "b" => new TableCell(column, CellKind.Boolean, raw is "1" or "true" ? "TRUE" : "FALSE"),
            "e" => new TableCell(column, CellKind.Error, raw),
            "d" => new TableCell(column, CellKind.Date, raw, IsoDate(raw)),
            _ when _formats.IsDate(style) && double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) =>
                new TableCell(column, CellKind.Date, raw, SerialDate.TryConvert(serial, _index.Date1904, out var date) ? date : null),
            _ => new TableCell(column, CellKind.Number, raw),
        };
    }

    private static LocalDateTime? IsoDate(string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } date) return date.Value.AtMidnight();
        var result = LocalDateTimePattern.ExtendedIso.Parse(text.TrimEnd('Z'));
        return result.Success ? result.Value : null;
    }

    private TableException Fault(ErrorCode code, long row, int? limit = null) =>
        TableReader.Fault(code, row: row, sheet: _index.SheetName, arguments: limit is { } value ? [value.ToString(CultureInfo.InvariantCulture)] : []);
}
