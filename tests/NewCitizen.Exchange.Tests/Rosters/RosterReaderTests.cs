using System.Security.Cryptography;
using System.Text;
using NewCitizen.Errors;
using NewCitizen.Exchange.Rosters;
using NewCitizen.Exchange.Tables;
using NewCitizen.Exchange.Tests.Tables;
using NodaTime;

namespace NewCitizen.Exchange.Tests.Rosters;

public sealed class RosterReaderTests
{
    [Fact]
    public async Task Open_TitleRowsAndSynonyms_FindsHeading()
    {
        const string Csv = "泰达街道流动人口登记表,,\n填报单位：第一社区,,日期：2026-11-01\n\"身份\n证号码（必填）\",姓　名*,籍贯,未知列,户口所在地：\n120101199001011234,张三,山东,甲,天津\n";
        await using var roster = await OpenAsync(Csv);
        Assert.True(roster.CanRead);
        Assert.Equal(3, roster.Headings.Row);
        Assert.Equal([RosterField.DocumentNumber, RosterField.Name, RosterField.NativePlace, null, RosterField.HukouAddress], roster.Headings.Columns.Select(column => column.Field));
        var issue = Assert.Single(roster.Headings.Issues);
        Assert.Equal(RosterErrors.UnknownHeading, issue.Code);
        Assert.Equal("未知列", issue.Location.Column);
        var row = Assert.Single(await RowsAsync(roster));
        Assert.Equal((4L, 5L), (row.Row, row.Line!.Value));
        Assert.Equal("甲", row.Extension["未知列"].Text);
        Assert.Equal("山东", row[RosterField.NativePlace].Text);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Csv))), roster.Sha256);
    }

    [Theory]
    [InlineData("姓名,电话\n张三,1\n", 4051, "证件号码")]
    [InlineData("证件号码,电话\n1,1\n", 4051, "姓名")]
    [InlineData("姓名,证件号码,身份证号\n张三,1,2\n", 4052, "证件号码")]
    [InlineData("姓名,姓 名,证件号码\n张三,1,2\n", 4052, "姓名")]
    public async Task Open_BadHeading_SaysWhatIsWrong(string csv, int code, string field)
    {
        await using var roster = await OpenAsync(csv);
        Assert.False(roster.CanRead);
        var issue = Assert.Single(roster.Headings.Issues, issue => issue.IsError);
        Assert.Equal(code, issue.Code.Number);
        Assert.Equal([field], issue.Arguments);
        await Assert.ThrowsAsync<InvalidOperationException>(() => RowsAsync(roster));
    }

    [Fact]
    public async Task Open_NoHeading_IsRefused() =>
        Assert.Equal(RosterErrors.NoHeadingRow, (await Assert.ThrowsAsync<TableException>(() => OpenAsync("1,2\n3,4\n"))).Code);

    [Fact]
    public async Task Read_RowsThatAreNone_AreLeftOut()
    {
        await using var roster = await OpenAsync("序号,姓名,证件号码\n1,张三,120101199001011234\n\n,,\n2,　,\n序号,姓名,证件号码\n3,李四,\n");
        var rows = await RowsAsync(roster);
        Assert.Equal([2L, 7L], rows.Select(row => row.Row));
        var issue = Assert.Single(rows[1].Issues);
        Assert.Equal(RosterErrors.RequiredBlank, issue.Code);
        Assert.Equal("证件号码", issue.Location.Column);
    }

    [Fact]
    public async Task Read_CellWithoutHeading_IsKeptAndReported()
    {
        await using var roster = await OpenAsync("姓名,证件号码\n张三,120101199001011234,多出\n");
        var row = Assert.Single(await RowsAsync(roster));
        Assert.Equal("多出", row.Extension["C"].Text);
        Assert.Equal(RosterErrors.CellWithoutHeading, Assert.Single(row.Issues).Code);
        Assert.False(row.HasErrors);
    }

    [Fact]
    public async Task Open_Mapping_GoesBeforeSynonyms()
    {
        await using var file = new MemoryStream("{\"编码\":\"DocumentNumber\",\"证件号码\":\"ignore\",\"人员\":\"name\"}"u8.ToArray());
        var mapping = await RosterMapping.ReadAsync(file, CancellationToken.None);
        await using var roster = await RosterReader.OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes("人 员,编码,证件号码\n张三,1,旧\n")), new RosterOptions { Mapping = mapping }, CancellationToken.None);
        var row = Assert.Single(await RowsAsync(roster));
        Assert.Equal(("张三", "1"), (row[RosterField.Name].Text, row[RosterField.DocumentNumber].Text));
        Assert.Empty(row.Extension);
    }

    [Theory]
    [InlineData("{\"a\":\"NoSuchField\"}")]
    [InlineData("{\"a\":\"1\"}")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task ReadMapping_Broken_IsRefused(string json)
    {
        var fault = await Assert.ThrowsAsync<TableException>(() => RosterMapping.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)), CancellationToken.None));
        Assert.Equal(RosterErrors.InvalidMapping, fault.Code);
    }

    [Fact]
    public async Task Read_MessyRoster_AccountsForEachRow()
    {
        var messy = MessyRoster.Make(2000);
        await using var roster = await RosterReader.OpenAsync(new MemoryStream(messy.Bytes), null, CancellationToken.None);
        Assert.Equal("gb18030", roster.EncodingName);
        AssertSame(messy, await RowsAsync(roster), lines: true);
        Assert.Equal(messy.Read, messy.Accepted + messy.Refused + messy.Duplicates);
        Assert.True(messy.Duplicates > 0 && messy.Refused > 0);
    }

    internal static void AssertSame(MessyRoster messy, IReadOnlyList<RosterRow> rows, bool lines)
    {
        Assert.Equal(messy.Read, rows.Count);
        foreach (var (expected, row) in messy.Rows.Zip(rows))
        {
            Assert.Equal(expected.Row, row.Row);
            if (lines) Assert.Equal(expected.Line, row.Line);
            Assert.Equal((expected.Fault, expected.Code?.Value), (expected.Fault, row.Issues.Count == 0 ? null : Assert.Single(row.Issues).Code.Value));
            if (expected.Code is null)
            {
                Assert.Equal(expected.Name, row[RosterField.Name].Text);
                if (expected.Fault != MessyFault.WrongCheckDigit) Assert.Equal(expected.Number, row[RosterField.DocumentNumber].Text);
                var birth = expected.Number.Length == 15 ? "19" + expected.Number[6..12] : expected.Number[6..14];
                Assert.Equal(birth, row[RosterField.BirthDate].Date!.Value.ToString("yyyyMMdd", null));
            }
        }
    }

    internal static Task<RosterReader> OpenAsync(string csv) => RosterReader.OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), null, CancellationToken.None);

    internal static async Task<List<RosterRow>> RowsAsync(RosterReader roster)
    {
        var rows = new List<RosterRow>();
        await foreach (var row in roster.ReadAsync(CancellationToken.None)) rows.Add(row);
        return rows;
    }
}
