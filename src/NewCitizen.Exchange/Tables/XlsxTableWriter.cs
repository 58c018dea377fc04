using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using NewCitizen.Errors;
using NewCitizen.Exchange.Rosters;

namespace NewCitizen.Exchange.Tables;

/// <summary>
/// Writes one worksheet row by row with constant memory (流式写出 XLSX). Every cell is text in text format (@), so that no
/// spreadsheet turns an identity number into a number; text it would run as a formula gets an apostrophe in front.
/// </summary>
public sealed class XlsxTableWriter : IAsyncDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int MaxRows = 1_048_576;
    private const int MaxColumns = 16_384;
    private const int MaxCell = 32_767;

    private readonly ZipArchive _zip;
    private readonly Stream _part;
    private readonly XmlWriter _sheet;
    private long _row;
    private bool _completed;

    /// <summary>Starts a workbook.</summary>
    /// <param name="destination">Left open.</param>
    /// <param name="sheetName">1 to 31 characters; what Excel refuses in names is replaced.</param>
    public XlsxTableWriter(Stream destination, string sheetName)
    {
        ArgumentException.ThrowIfNullOrEmpty(sheetName);
        _zip = new ZipArchive(destination, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (path, text) in XlsxParts.All(XlsxParts.SheetName(sheetName)))
        {
            using var part = _zip.CreateEntry(path, CompressionLevel.Fastest).Open();
            part.Write(Encoding.UTF8.GetBytes(text));
        }

        _part = _zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        _sheet = XmlWriter.Create(_part, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false });
        _sheet.WriteStartElement("worksheet", Main);
        _sheet.WriteStartElement("sheetData", Main);
    }

    /// <summary>Writes one row; rows left out are blank.</summary>
    /// <param name="row">From 1, ascending.</param>
    /// <param name="cells">Ascending by column.</param>
    /// <exception cref="TableException">More rows or columns than a worksheet has.</exception>
    public void WriteRow(long row, IReadOnlyList<(int Column, string Text, CellMark Mark)> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(row, _row);
        if (row > MaxRows) throw TableReader.Fault(TableErrors.TooManyRows, row: row, arguments: [MaxRows.ToString(CultureInfo.InvariantCulture)]);
        _row = row;
        var number = row.ToString(CultureInfo.InvariantCulture);
        _sheet.WriteStartElement("row", Main);
        _sheet.WriteAttributeString("r", number);
        foreach (var (column, text, mark) in cells)
        {
            if (column >= MaxColumns) throw TableReader.Fault(TableErrors.TooManyColumns, row: row, arguments: [MaxColumns.ToString(CultureInfo.InvariantCulture)]);
            WriteCell(ColumnName.Of(column) + number, text, mark);
        }

        _sheet.WriteEndElement();
    }

    /// <summary>Ends the workbook. Without it the file is cut off on purpose: a half-written copy must not open as a whole one.</summary>
    public void Complete()
    {
        if (_completed) return;
        _completed = true;
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.Dispose();
        _part.Dispose();
        _zip.Dispose();
    }

    /// <summary>Lets go of the destination, which stays open.</summary>
    public ValueTask DisposeAsync()
    {
        // ZipArchive writes its directory on disposal only; an incomplete workbook is left without one.
        return ValueTask.CompletedTask;
    }

    private void WriteCell(string reference, string text, CellMark mark)
    {
        text = CellText.EscapeFormula(text);
        if (text.Length > MaxCell) text = text[..MaxCell];
        _sheet.WriteStartElement("c", Main);
        _sheet.WriteAttributeString("r", reference);
        _sheet.WriteAttributeString("s", ((int)mark).ToString(CultureInfo.InvariantCulture));
        if (text.Length > 0)
        {
            _sheet.WriteAttributeString("t", "inlineStr");
            _sheet.WriteStartElement("is", Main);
            _sheet.WriteStartElement("t", Main);
            _sheet.WriteAttributeString("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve");
            _sheet.WriteString(SpreadsheetText.Encode(text));
            _sheet.WriteEndElement();
            _sheet.WriteEndElement();
        }

        _sheet.WriteEndElement();
    }
}
