using System.IO.Compression;
using System.Text;
using NewCitizen.Errors;
using NewCitizen.Exchange.Tables;
using NodaTime;

namespace NewCitizen.Exchange.Tests.Tables;

public sealed class XlsxTableReaderTests
{
    private const string Styles = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"171\" formatCode=\"0.00&quot;days&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"31\"/></cellXfs>";

    [Fact]
    public async Task Read_AllKindsOfCells_KeepsKindAndRawText()
    {
        const string Rows = """
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2"><v>1.20116199001011E+17</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#N/A</v></c><c r="F2" t="inlineStr"><is><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r></is></c><c r="G2" t="str"><f>A2&amp;"x"</f><v>result</v></c></row>
            <row r="5"><c t="s"><v>1</v></c><c><v>12</v></c><c r="Z5" s="9"/></row>
            """;
        var rows = await TableFiles.ReadAsync(TableFiles.Workbook(Rows, "<si><t>张三</t><rPh sb=\"0\" eb=\"1\"><t>zhang</t></rPh><phoneticPr fontId=\"1\"/></si><si><t>a_x000D_b</t></si>"));
        Assert.Equal("2:A=张三|C=1.20116199001011E+17|D=TRUE|E=#N/A|F=甲 乙|G=result\n5:A=a\rb|B=12", TableFiles.Shape(rows));
        Assert.Equal([CellKind.Text, CellKind.Number, CellKind.Boolean, CellKind.Error, CellKind.Text, CellKind.Text], rows[0].Cells.Select(cell => cell.Kind));
        Assert.Equal(CellKind.Empty, rows[0][1].Kind);
        Assert.Equal("张三", rows[0][0].Text);
    }

    [Fact]
    public async Task Read_DateStyles_GivesDates()
    {
        const string Rows = "<row><c s=\"1\"><v>32875</v></c><c s=\"2\"><v>32875.5</v></c><c s=\"3\"><v>32875</v></c><c s=\"4\"><v>60</v></c><c s=\"1\"><v>1</v></c><c t=\"d\"><v>1990-01-02</v></c></row>";
        var row = Assert.Single(await TableFiles.ReadAsync(TableFiles.Workbook(Rows, styles: Styles)));
        Assert.Equal(new LocalDateTime(1990, 1, 2, 0, 0), row[0].Date);
        Assert.Equal(new LocalDateTime(1990, 1, 2, 12, 0), row[1].Date);
        Assert.Equal(CellKind.Number, row[2].Kind);
        Assert.Equal(CellKind.Date, row[3].Kind);
        Assert.Null(row[3].Date); // 29 February 1900
        Assert.Equal(new LocalDateTime(1900, 1, 1, 0, 0), row[4].Date);
        Assert.Equal(new LocalDateTime(1990, 1, 2, 0, 0), row[5].Date);
    }

    [Fact]
    public async Task Read_Date1904_CountsFrom1904()
    {
        var row = Assert.Single(await TableFiles.ReadAsync(TableFiles.Workbook("<row><c s=\"1\"><v>0</v></c></row>", styles: Styles, date1904: true)));
        Assert.Equal(new LocalDateTime(1904, 1, 1, 0, 0), row[0].Date);
    }

    [Theory]
    [InlineData(null, "first")]
    [InlineData("后", "second")]
    public async Task Read_HiddenSheet_IsPassedOverUnlessNamed(string? sheet, string expected)
    {
        const string Sheets = "<sheet name=\"后\" sheetId=\"1\" state=\"hidden\" r:id=\"s2\"/><sheet name=\"前\" sheetId=\"2\" r:id=\"s1\"/>";
        var rows = await TableFiles.ReadAsync(TableFiles.Workbook("<row><c t=\"str\"><v>first</v></c></row>", sheets: Sheets), new TableOptions { Sheet = sheet });
        Assert.Equal(expected, rows[0][0].Text);
    }

    [Fact]
    public async Task Open_NoSuchSheet_IsRefused() => await TableFiles.FaultAsync(TableFiles.Workbook(""), TableErrors.SheetNotFound, new TableOptions { Sheet = "没有" });

    [Theory]
    [InlineData("<row r=\"2\"/><row r=\"1\"/>", 4020)]
    [InlineData("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", 4020)]
    [InlineData("<row r=\"1\"><c t=\"s\"><v>7</v></c></row>", 4020)]
    [InlineData("<row r=\"1048577\"><c><v>1</v></c></row>", 4015)]
    [InlineData("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", 4016)]
    [InlineData("<row r=\"1\"><c><v>1</v></row>", 4019)]
    public async Task Read_BadSheet_IsRefused(string rows, int code)
    {
        var fault = await Assert.ThrowsAsync<TableException>(() => TableFiles.ReadAsync(TableFiles.Workbook(rows)));
        Assert.Equal(code, fault.Code.Number);
    }

    [Fact]
    public async Task Read_Dtd_IsRefused() => await TableFiles.FaultAsync(
        TableFiles.Workbook("", more: ("xl/worksheets/one.xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>")),
        TableErrors.MalformedXml);

    [Fact]
    public async Task Read_OtherZip_IsRefused()
    {
        await TableFiles.FaultAsync(TableFiles.Zip(("a.txt", "hello")), TableErrors.NotAWorkbook);
        await TableFiles.FaultAsync(TableFiles.Workbook("", more: ("_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>")), TableErrors.NotAWorkbook);
    }

    [Fact]
    public async Task Read_CutOffFile_IsRefusedAtEveryLength()
    {
        var file = TableFiles.Workbook("<row><c t=\"str\"><v>x</v></c></row>");
        for (var length = 4; length < file.Length; length += 7)
        {
            await Assert.ThrowsAsync<TableException>(() => TableFiles.ReadAsync(file[..length]));
        }
    }

    [Fact]
    public async Task Read_BombOfManyRows_IsRefusedByExpansion()
    {
        var row = "<row><c t=\"str\"><v>" + new string('x', 30_000) + "</v></c></row>";
        var file = Bomb(string.Empty, string.Empty, 3000, row);
        var fault = await Assert.ThrowsAsync<TableException>(() => TableFiles.ReadAsync(file));
        Assert.Equal(TableErrors.Overexpands, fault.Code);
    }

    [Fact]
    public async Task Open_TooManyParts_IsRefusedBeforeTheyAreListed()
    {
        var file = TableFiles.Zip([.. Enumerable.Range(0, 5000).Select(i => ($"p{i}", "x"))]);
        await TableFiles.FaultAsync(file, TableErrors.TooManyParts);
    }

    [Fact]
    public async Task Read_TooMuchSharedText_IsRefused() => await TableFiles.FaultAsync(
        TableFiles.Workbook("<row/>", string.Concat(Enumerable.Repeat("<si><t>0123456789</t></si>", 200))),
        TableErrors.TooMuchText,
        new TableOptions { Limits = new TableLimits { MaxSharedTextBytes = 1000 } });

    internal static byte[] Bomb(string before, string after, int count, string filler = "xxxxxxxxxxxxxxxx")
    {
        var stream = new MemoryStream();
        stream.Write(TableFiles.Workbook(""));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/one.xml")!.Delete();
        }

        var parts = new MemoryStream();
        using (var from = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        using (var zip = new ZipArchive(parts, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var source = entry.Open();
                using var target = zip.CreateEntry(entry.FullName).Open();
                source.CopyTo(target);
            }

            using var part = zip.CreateEntry("xl/worksheets/one.xml", CompressionLevel.Optimal).Open();
            part.Write(Encoding.UTF8.GetBytes("<worksheet><sheetData>" + before));
            var chunk = Encoding.UTF8.GetBytes(filler.Length > 100 ? filler : string.Concat(Enumerable.Repeat(filler, 4096)));
            for (long written = 0; written < (filler.Length > 100 ? (long)count * chunk.Length : count); written += chunk.Length) part.Write(chunk);
            part.Write(Encoding.UTF8.GetBytes(after + "</sheetData></worksheet>"));
        }

        return parts.ToArray();
    }
}
