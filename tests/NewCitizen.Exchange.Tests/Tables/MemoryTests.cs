using System.Text;
using NewCitizen.Errors;
using NewCitizen.Exchange.Rosters;
using NewCitizen.Exchange.Tables;

namespace NewCitizen.Exchange.Tests.Tables;

/// <summary>What reading costs; alone, because the runtime counts memory of the whole process.</summary>
[Collection(Alone)]
public sealed class MemoryTests
{
    public const string Alone = "Memory";

    [Fact]
    public async Task Read_LineOfTwoGigabytes_IsRefusedEarlyWithBoundedMemory()
    {
        using var file = new SyntheticStream(2L << 30, at => at < 8 ? (byte)"a,b\n1,2\n"[(int)at] : (byte)'x');
        await TableFiles.ReadAsync("warm,up\n1,2"); // the first reading pays for code, not for data
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var fault = await Assert.ThrowsAsync<TableException>(() => TableFiles.ReadAsync(file));
        Assert.Equal(TableErrors.LineTooLong, fault.Code);
        Assert.Equal(3, fault.Location.Line);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 32 << 20);
    }

    [Fact]
    public async Task Read_QuoteOpenForever_IsRefusedWithBoundedMemory()
    {
        using var file = new SyntheticStream(300L << 20, at => at == 4 ? (byte)'"' : at % 50 == 3 ? (byte)'\n' : (byte)'x');
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var fault = await Assert.ThrowsAsync<TableException>(() => TableFiles.ReadAsync(file, new TableOptions { Encoding = Encoding.UTF8 }));
        Assert.Equal(TableErrors.RecordTooLong, fault.Code);
        Assert.Equal(2, fault.Location.Line);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 64 << 20);
    }

    [Theory]
    [InlineData("<row><c t=\"str\"><v>", "</v></c></row>", 4018)] // one endless cell
    [InlineData("<row><c x=\"", "\"/></row>", 4012)] // one endless attribute
    [InlineData("<!--", "-->", 4012)] // an endless comment
    public async Task Read_ZipBomb_IsRefusedWithBoundedMemory(string before, string after, int code)
    {
        var file = XlsxTableReaderTests.Bomb(before, after, 400 << 20);
        Assert.InRange(file.Length, 0, 4 << 20);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var fault = await Assert.ThrowsAsync<TableException>(() => TableFiles.ReadAsync(file));
        Assert.Equal(code, fault.Code.Number);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - allocated, 0, 64 << 20);
    }

    [Fact]
    public async Task Read_LongFile_NeedsConstantMemory()
    {
        // The same line over and over; what lives at any time is what counts.
        var line = Encoding.UTF8.GetBytes("张三,120101199001011234,天津市滨海新区第三大街一号二门三零一室,1990/1/2\n");
        var head = Encoding.UTF8.GetBytes("姓名,证件号码,现住址,出生日期\n");
        using var file = new SyntheticStream(100L << 20, at => at < head.Length ? head[at] : line[(at - head.Length) % line.Length]);
        await using var roster = await RosterReader.OpenAsync(file, null, CancellationToken.None);
        long count = 0, most = 0;
        var start = GC.GetTotalMemory(forceFullCollection: true);
        var enumerator = roster.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        while (count < 600_000 && await enumerator.MoveNextAsync())
        {
            if (++count % 200_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - start);
        }

        Assert.Equal(600_000, count);
        Assert.InRange(most, long.MinValue, 8 << 20);
        Assert.InRange(roster.BytesRead, 1, roster.TotalBytes);
    }
}

[CollectionDefinition(MemoryTests.Alone, DisableParallelization = true)]
public sealed class MemoryAlone;
