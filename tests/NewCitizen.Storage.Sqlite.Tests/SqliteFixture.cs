using NewCitizen.Testing.Conformance;

namespace NewCitizen.Storage.Sqlite.Tests;

/// <summary>Gives the conformance kit stores in files.</summary>
public sealed class SqliteFixture : IStoreFixture
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<StoreUnderTest, TempFolder> _folders = [];

    public ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds) => ValueTask.FromResult(Open(new TempFolder(), kinds));

    public async ValueTask<StoreUnderTest> ReopenAsync(StoreUnderTest store, IReadOnlyList<RecordKind> kinds)
    {
        if (!_folders.TryGetValue(store, out var folder)) throw new InvalidOperationException("not a store of this fixture");
        await ((SqliteRecordStore)store.Records).DisposeAsync();
        return Open(folder, kinds);
    }

    private StoreUnderTest Open(TempFolder folder, IReadOnlyList<RecordKind> kinds)
    {
        var store = new SqliteRecordStore(folder.Options(), kinds);
        var under = StoreUnderTest.From(store, async () =>
        {
            await store.DisposeAsync();
            folder.Dispose();
        });
        _folders.Add(under, folder);
        return under;
    }
}
