using System.Text;
using Microsoft.Data.Sqlite;
using NewCitizen.Errors;

namespace NewCitizen.Storage.Sqlite.Tests.Files;

public sealed class StoreFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<SchemaMode> Modes => [SchemaMode.Create, SchemaMode.Validate];

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Open_TextFile_IsRefusedAndLeftAlone(SchemaMode mode)
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("姓名,证件号码\n", 900)));
        await File.WriteAllBytesAsync(_folder.File(), content);
        Assert.Equal(StorageErrors.NotAStore, (await RefusalAsync(mode)).Code);
        Assert.Equal(content, await File.ReadAllBytesAsync(_folder.File()));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5000)]
    public async Task Open_Garbage_IsRefused(int length)
    {
        var content = new byte[length];
        new Random(7).NextBytes(content);
        await File.WriteAllBytesAsync(_folder.File(), content);
        Assert.Equal(StorageErrors.NotAStore, (await RefusalAsync(SchemaMode.Create)).Code);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public async Task Open_TruncatedStore_IsRefused(double part)
    {
        await using (var store = await _folder.OpenAsync(Samples.Kinds))
        {
            await store.LoadAsync(Samples.StreamAsync(0, 500), BulkMode.InsertOnly, _ => Samples.Audit(), CancellationToken.None);
        }

        using (var file = File.OpenWrite(_folder.File()))
        {
            file.SetLength((long)(file.Length * part));
        }

        Assert.Equal(StorageErrors.NotAStore, (await RefusalAsync(SchemaMode.Create)).Code);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Open_AnotherApplicationsDatabase_IsRefusedAndLeftAlone(SchemaMode mode)
    {
        Sql("CREATE TABLE moz_places (url TEXT)");
        var before = await File.ReadAllBytesAsync(_folder.File());
        Assert.Equal(StorageErrors.NotAStore, (await RefusalAsync(mode)).Code);
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder.File()));
    }

    [Fact]
    public async Task Open_AnotherApplicationId_IsRefused()
    {
        Sql("PRAGMA application_id = 42");
        Assert.Equal(StorageErrors.NotAStore, (await RefusalAsync(SchemaMode.Create)).Code);
    }

    [Theory]
    [InlineData("min_reader")]
    [InlineData("min_writer")]
    public async Task Open_NewerFormat_IsRefused(string fact)
    {
        await (await _folder.OpenAsync(Samples.Kinds)).DisposeAsync();
        Sql($"UPDATE store_info SET value = 2 WHERE name = '{fact}'");
        Assert.Equal(StorageErrors.SchemaTooNew, (await RefusalAsync(SchemaMode.Create)).Code);
        Assert.Equal(StorageErrors.SchemaTooNew, (await RefusalAsync(SchemaMode.Validate)).Code);
    }

    [Fact]
    public async Task Open_FolderIsMissing_IsUnavailable()
    {
        var options = new SqliteStoreOptions { Path = Path.Combine(_folder.Path, "no", "such", "store.db") };
        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await SqliteRecordStore.OpenAsync(options, Samples.Kinds, SchemaMode.Create, CancellationToken.None));
        Assert.Equal(StorageErrors.Unavailable, failure.Code);
    }

    [Fact]
    public async Task Open_PathIsAFolder_IsUnavailable()
    {
        Directory.CreateDirectory(_folder.File());
        Assert.Equal(StorageErrors.Unavailable, (await RefusalAsync(SchemaMode.Create)).Code);
    }

    [SkippableFact]
    public async Task Open_PathNotWritable_IsUnavailable()
    {
        // Not even the administrator may make a file there.
        Skip.IfNot(Directory.Exists("/proc/self"), "Needs a place where nobody may write; only known on Linux.");
        var options = new SqliteStoreOptions { Path = "/proc/self/store.db" };
        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await SqliteRecordStore.OpenAsync(options, Samples.Kinds, SchemaMode.Create, CancellationToken.None));
        Assert.Equal(StorageErrors.Unavailable, failure.Code);
    }

    [Fact]
    public async Task Validate_NoFile_SaysWhatIsOutstandingAndMakesNone()
    {
        var failure = await RefusalAsync(SchemaMode.Validate);
        Assert.Equal(StorageErrors.SchemaDiffers, failure.Code);
        Assert.Contains("0002_person", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task AnyCall_BeforeTheSchema_IsRefused()
    {
        await using var store = new SqliteRecordStore(_folder.Options(), Samples.Kinds);
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.GetAsync(Samples.Key(1), CancellationToken.None));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.CommitAsync(Samples.Put(1), CancellationToken.None));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task AnyCall_AfterClosing_IsRefused()
    {
        var store = await _folder.OpenAsync(Samples.Kinds);
        await store.DisposeAsync();
        await store.DisposeAsync();
        var read = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.GetAsync(Samples.Key(1), CancellationToken.None));
        var write = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.CommitAsync(Samples.Put(1), CancellationToken.None));
        Assert.Equal((StorageErrors.Unavailable, StorageErrors.Unavailable), (read.Code, write.Code));
    }

    private async Task<NewCitizenException> RefusalAsync(SchemaMode mode)
    {
        NewCitizenException? refusal = null;
        try
        {
            await (await _folder.OpenAsync(Samples.Kinds, mode)).DisposeAsync();
        }
        catch (NewCitizenException failure)
        {
            refusal = failure;
        }

        Assert.NotNull(refusal);
        return refusal;
    }

    private void Sql(string sql) => Plain.Execute(_folder.File(), sql);
}
