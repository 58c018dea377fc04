using System.IO.Compression;
using System.Text;
using NewCitizen.Errors;
using NewCitizen.Exchange.Rosters;
using NewCitizen.Exchange.Tables;
using NewCitizen.Exchange.Tests.Tables;

namespace NewCitizen.Exchange.Tests.Rosters;

public sealed class MarkedCopyTests
{
    private const string Csv = "花名册,,\n姓名,证件号码,备注\n张三,120101199001011234,\n=cmd,,=1\n\n李四,000123456789012345,\u0001\n";

    [Fact]
    public async Task Write_Roster_KeepsRowsAndMarksCells()
    {
        var copy = await CopyAsync(Encoding.UTF8.GetBytes(Csv));
        var rows = await TableFiles.ReadAsync(copy);
        Assert.Equal([1L, 2L, 3L, 4L, 6L], rows.Select(row => row.Row));
        Assert.All(rows.SelectMany(row => row.Cells), cell => Assert.Equal(CellKind.Text, cell.Kind));
        Assert.Equal("'=cmd", rows[3][0].Text);
        Assert.Equal("000123456789012345", rows[4][1].Text);
        Assert.Equal("问题 / Issues", rows[1][3].Text);
        Assert.Contains("NC4058", rows[3][3].Text, StringComparison.Ordinal);
        Assert.Contains("必填项为空", rows[3][3].Text, StringComparison.Ordinal);

        using var zip = new ZipArchive(new MemoryStream(copy));
        var sheet = await new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open()).ReadToEndAsync();
        Assert.Contains("r=\"A4\" s=\"1\"", sheet, StringComparison.Ordinal); // red name
        Assert.Contains("r=\"B4\" s=\"1\"", sheet, StringComparison.Ordinal); // red blank number
        Assert.Contains("r=\"C4\" s=\"2\"", sheet, StringComparison.Ordinal); // yellow remark
        Assert.Contains("r=\"A3\" s=\"0\"", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_ThenReadAsRoster_GivesSameIssues()
    {
        var messy = MessyRoster.Make(500);
        await using var roster = await RosterReader.OpenAsync(new MemoryStream(await CopyAsync(messy.Bytes)), null, CancellationToken.None);
        RosterReaderTests.AssertSame(messy, await RosterReaderTests.RowsAsync(roster), lines: false);
    }

    [Fact]
    public void WriteRow_StoppedHalfway_IsNoWorkbook()
    {
        var file = new MemoryStream();
        var writer = new XlsxTableWriter(file, "x");
        writer.WriteRow(1, [(0, "a", CellMark.None)]);
        Assert.Equal(TableErrors.DamagedWorkbook, Assert.Throws<AggregateException>(() => TableFiles.ReadAsync(file.ToArray()).Wait()).InnerExceptions.OfType<TableException>().Single().Code);
    }

    internal static async Task<byte[]> CopyAsync(byte[] roster)
    {
        using var source = new MemoryStream(roster);
        var issues = new List<Issue>();
        await using (var reader = await RosterReader.OpenAsync(source, null, CancellationToken.None))
        {
            issues.AddRange((await RosterReaderTests.RowsAsync(reader)).SelectMany(row => row.Issues));
        }

        var copy = new MemoryStream();
        await MarkedCopyWriter.WriteAsync(source, null, issues.ToAsyncEnumerable(), copy, null, CancellationToken.None);
        return copy.ToArray();
    }
}
