using System.IO.Compression;
using System.Text;
using NewCitizen.Errors;
using NewCitizen.Exchange.Tables;

namespace NewCitizen.Exchange.Tests.Tables;

/// <summary>Makes and reads small table files.</summary>
internal static class TableFiles
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    public static async Task<List<TableRow>> ReadAsync(Stream source, TableOptions? options = null)
    {
        await using var reader = await TableReader.OpenAsync(source, options, CancellationToken.None);
        var rows = new List<TableRow>();
        await foreach (var row in reader.ReadAsync(CancellationToken.None)) rows.Add(row);
        return rows;
    }

    public static Task<List<TableRow>> ReadAsync(byte[] file, TableOptions? options = null) => ReadAsync(new MemoryStream(file), options);

    public static Task<List<TableRow>> ReadAsync(string csv) => ReadAsync(Encoding.UTF8.GetBytes(csv));

    public static async Task<TableException> FaultAsync(byte[] file, ErrorCode code, TableOptions? options = null)
    {
        var fault = await Assert.ThrowsAsync<TableException>(() => ReadAsync(file, options));
        Assert.Equal(code, fault.Code);
        return fault;
    }

    public static string Shape(IEnumerable<TableRow> rows) =>
        string.Join("\n", rows.Select(row => $"{row.Row}:" + string.Join("|", row.Cells.Select(cell => $"{ColumnName.Of(cell.Column)}={cell.Text}"))));

    /// <summary>A workbook around the given rows; parts may be replaced or added.</summary>
    public static byte[] Workbook(string rows, string? texts = null, string? styles = null, bool date1904 = false, string? sheets = null, params (string Path, string Text)[] more)
    {
        var parts = new Dictionary<string, string>
        {
            ["_rels/.rels"] = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{Office}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>",
            ["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><workbookPr{(date1904 ? " date1904=\"1\"" : "")}/><sheets>{sheets ?? "<sheet name=\"名单\" sheetId=\"1\" r:id=\"s1\"/>"}</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s1\" Type=\"{Office}/worksheet\" Target=\"worksheets/one.xml\"/><Relationship Id=\"s2\" Type=\"{Office}/worksheet\" Target=\"../xl/worksheets/two.xml\"/><Relationship Id=\"t\" Type=\"{Office}/sharedStrings\" Target=\"texts.xml\"/><Relationship Id=\"f\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>",
            ["xl/worksheets/one.xml"] = $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>",
            ["xl/worksheets/two.xml"] = $"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>second</v></c></row></sheetData></worksheet>",
        };
        if (texts is not null) parts["xl/texts.xml"] = $"<sst xmlns=\"{Main}\">{texts}</sst>";
        if (styles is not null) parts["xl/styles.xml"] = $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>";
        foreach (var (path, text) in more) parts[path] = text;
        return Zip([.. parts.Select(part => (part.Key, part.Value))]);
    }

    public static byte[] Zip(params (string Path, string Text)[] parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in parts)
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
