using System.Text;
using NewCitizen.Agencies;
using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;
using NodaTime;

namespace CustomStore.Tests;

/// <summary>What only this store can get wrong: its file.</summary>
public sealed class LogFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("customstore-");

    private string File => Path.Combine(_folder.FullName, "store.log");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Open_AfterACrashAtAnyByteOfTheLastLine_HasAllLinesBefore()
    {
        await WriteAsync(3);
        var whole = await System.IO.File.ReadAllBytesAsync(File);
        var lastLine = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        for (var length = lastLine; length < whole.Length; length++)
        {
            await System.IO.File.WriteAllBytesAsync(File, whole[..length]);
            using var store = Open();
            Assert.Equal(2, (await store.CheckAsync(CancellationToken.None)).Records);
        }
    }

    [Fact]
    public async Task Open_DamagedInTheMiddle_IsRefused()
    {
        await WriteAsync(3);
        var bytes = await System.IO.File.ReadAllBytesAsync(File);
        bytes[bytes.Length / 2] ^= 1;
        await System.IO.File.WriteAllBytesAsync(File, bytes);
        Assert.Equal(StorageErrors.NotAStore, Assert.Throws<StoreUnavailableException>(Open).Code);
    }

    [Theory]
    [InlineData("name,phone\n")]
    [InlineData("this is a text without any end of line")]
    public async Task Open_AForeignFile_IsRefusedAndLeftAlone(string content)
    {
        await System.IO.File.WriteAllTextAsync(File, content, Encoding.UTF8);
        var before = await System.IO.File.ReadAllBytesAsync(File);
        Assert.Equal(StorageErrors.NotAStore, Assert.Throws<StoreUnavailableException>(Open).Code);
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File));
    }

    [Fact]
    public void Open_WhileOpen_IsRefused()
    {
        using var first = Open();
        Assert.Equal(StorageErrors.Unavailable, Assert.Throws<StoreUnavailableException>(Open).Code);
    }

    private LogStore Open() => new(File, KitKinds.All, SystemClock.Instance);

    private async Task WriteAsync(int records)
    {
        using var store = Open();
        await store.PrepareAsync(SchemaMode.Create, CancellationToken.None);
        for (var i = 0; i < records; i++)
        {
            var id = new Guid(i, 0, 0, new byte[8]);
            await store.CommitAsync(
                new WriteBatch(AgencyId.Parse("teda")).Put(KitKinds.Other, id, ExpectedVersion.Missing, [FieldValue.Text($"c{i}"), FieldValue.Null], "{}"u8.ToArray()),
                CancellationToken.None);
        }
    }
}
