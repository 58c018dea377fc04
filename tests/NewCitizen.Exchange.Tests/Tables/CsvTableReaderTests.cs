using System.Text;
using CsCheck;
using NewCitizen.Errors;
using NewCitizen.Exchange.Tables;

namespace NewCitizen.Exchange.Tests.Tables;

public sealed class CsvTableReaderTests
{
    public static TheoryData<string, byte[]> Encoded()
    {
        const string Text = "姓名,地址\r\n张\U00020BB7㐀,天津市\r\n";
        var data = new TheoryData<string, byte[]>
        {
            { "utf-8", Encoding.UTF8.GetBytes(Text) },
            { "utf-8", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)] },
            { "utf-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)] },
            { "utf-16BE", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
            { "gb18030", TableFiles.Gb18030.GetBytes(Text) },
        };
        return data;
    }

    [Theory]
    [MemberData(nameof(Encoded))]
    public async Task Read_AnyEncoding_GivesSameText(string name, byte[] file)
    {
        await using var reader = await TableReader.OpenAsync(new MemoryStream(file), null, CancellationToken.None);
        Assert.Equal(name, reader.EncodingName, ignoreCase: true);
        Assert.Equal("1:A=姓名|B=地址\n2:A=张\U00020BB7㐀|B=天津市", TableFiles.Shape(await TableFiles.ReadAsync(file)));
    }

    [Fact]
    public async Task Read_ChineseOnlyAfterMebibyteOfDigits_StillFindsGb18030()
    {
        var text = string.Concat(Enumerable.Repeat("1234567,1234567\n", 100_000)) + "张三,天津\n";
        var rows = await TableFiles.ReadAsync(TableFiles.Gb18030.GetBytes(text));
        Assert.Equal("张三", rows[^1][0].Text);
        Assert.Equal(100_001, rows[^1].Row);
    }

    [Fact]
    public async Task Read_GivenEncoding_Wins()
    {
        var rows = await TableFiles.ReadAsync(TableFiles.Gb18030.GetBytes("张三,1"), new TableOptions { Encoding = TableFiles.Gb18030 });
        Assert.Equal("张三", rows[0][0].Text);
    }

    [Fact]
    public async Task Read_BrokenByteInUtf8_NamesLine()
    {
        byte[] file = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("张三,天津市\n", 50))), 0xC3, .. ",x\n"u8];
        var fault = await TableFiles.FaultAsync(file, TableErrors.Undecodable);
        Assert.Equal(51, fault.Location.Line);
        Assert.Equal(["utf-8"], fault.Arguments);
    }

    [Fact]
    public async Task Read_BrokenByteInGb18030_NamesLineAfterGoodRows()
    {
        byte[] file = [.. TableFiles.Gb18030.GetBytes("姓名,地址\n张三,天津\n"), 0xD5, 0x20, .. ",x\n"u8];
        await using var reader = await TableReader.OpenAsync(new MemoryStream(file), null, CancellationToken.None);
        var good = 0;
        var fault = await Assert.ThrowsAsync<TableException>(async () =>
        {
            await foreach (var row in reader.ReadAsync(CancellationToken.None)) good++;
        });
        Assert.Equal(TableErrors.Undecodable, fault.Code);
        Assert.Equal(3, fault.Location.Line);
        Assert.Equal(2, good);
    }

    [Fact]
    public async Task Read_NulCharacter_NamesLine() =>
        Assert.Equal(3, (await TableFiles.FaultAsync("a,b\n1,2\n3,\0\n"u8.ToArray(), TableErrors.NulCharacter)).Location.Line);

    [Theory]
    [InlineData("a,b\n1,\"x\ny,2\n3,4", 2)]
    [InlineData("a,b\r\n1,2\r\n\"3", 3)]
    public async Task Read_FileEndsInsideQuotes_NamesLineOfRecord(string csv, long line) =>
        Assert.Equal(line, (await TableFiles.FaultAsync(Encoding.UTF8.GetBytes(csv), TableErrors.UnclosedQuote)).Location.Line);

    [Fact]
    public async Task Read_TextAfterClosingQuote_IsRefusedWithoutQuotingIt()
    {
        var fault = await TableFiles.FaultAsync("a,b\n\"12\"secret,2\n"u8.ToArray(), TableErrors.MisplacedQuote);
        Assert.Equal(2, fault.Location.Line);
        Assert.DoesNotContain("secret", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("a,b\n1,2\n3,4")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("a;b\n1;2\n3;4\n")]
    [InlineData("a\tb\n1\t2\n3\t4\n")]
    public async Task Read_AnyLineEndAndDelimiter_GivesSameRows(string csv) =>
        Assert.Equal("1:A=a|B=b\n2:A=1|B=2\n3:A=3|B=4", TableFiles.Shape(await TableFiles.ReadAsync(csv)));

    [Fact]
    public async Task Read_LineBreaksAndBlankRows_KeepsRowAndLine()
    {
        var rows = await TableFiles.ReadAsync("a,b\r\n\"1\r\n1\",2\r\n\r\n,\r\n#3,\"4\"\"\"\r\n");
        Assert.Equal([(1L, 1L), (2L, 2L), (5L, 6L)], rows.Select(row => (row.Row, row.Line!.Value)));
        Assert.Equal("#3", rows[2][0].Text);
        Assert.Equal("4\"", rows[2][1].Text);
    }

    [Fact]
    public async Task Read_TooManyColumns_IsRefused() =>
        await TableFiles.FaultAsync(Encoding.ASCII.GetBytes(new string(',', 16_384)), TableErrors.TooManyColumns);

    [Fact]
    public async Task Open_EmptyFile_IsRefused() => await TableFiles.FaultAsync([], TableErrors.EmptyFile);

    [Fact]
    public void WriteThenRead_AnyTable_IsTheSame() =>
        Gen.OneOf(Gen.OneOf(new[] { "a", "b", ",", ";", "\"", "\n", "\r", "\r\n", "\t", " ", "'", "中文", "\U00020BB7" }.Select(text => Gen.Const(text)).ToArray()).Array[0, 12].Select(string.Concat), Gen.Const("=1+1"), Gen.Const("120116199001011234"), Gen.Const("")).Array[1, 6].Array[1, 8].Sample(
            table =>
            {
                // The first row fixes the separator as it does in any file with a heading.
                string[][] all = [["h1", "h2", "h3", "h4"], .. table];
                var csv = string.Join("\r\n", all.Select(CsvText.Line));
                var rows = TableFiles.ReadAsync(Encoding.UTF8.GetBytes(csv), new TableOptions { Delimiter = ',' }).GetAwaiter().GetResult();
                foreach (var row in rows)
                {
                    var written = all[row.Row - 1].Select(NewCitizen.Exchange.Rosters.CellText.EscapeFormula).ToArray();
                    for (var i = 0; i < written.Length; i++) Assert.Equal(written[i], row[i].Text);
                }

                Assert.Equal(all.Count(row => row.Any(text => text.Length > 0)), rows.Count);
            },
            iter: 500);
}
