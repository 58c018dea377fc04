using System.Runtime.CompilerServices;
using NewCitizen.Storage.Sharding;
using NewCitizen.Testing.Conformance;

namespace NewCitizen.Storage.Sqlite.Tests.Sharding;

/// <summary>Three SQLite files behind the router; all agencies of the kit hash to the first, whose whole feed stands for that of all agencies.</summary>
public sealed class ShardedSqliteFixture : IStoreFixture
{
    private readonly ConditionalWeakTable<StoreUnderTest, TempFolder> _folders = [];

    public ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds) => ValueTask.FromResult(Open(new TempFolder(), kinds));

    public async ValueTask<StoreUnderTest> ReopenAsync(StoreUnderTest store, IReadOnlyList<RecordKind> kinds)
    {
        Assert.True(_folders.TryGetValue(store, out var folder));
        await ((ShardedRecordStore)store.Records).DisposeAsync();
        return Open(folder, kinds);
    }

    private StoreUnderTest Open(TempFolder folder, IReadOnlyList<RecordKind> kinds)
    {
        string[] names = ["a", "b", "c"];
        var files = names.Select(name => new SqliteRecordStore(folder.Options(name + ".db"), [.. kinds, ShardSeals.Kind])).ToArray();
        var maps = ShardMapFile.OpenOrCreate(folder.File("shards.json"), new ShardMap(names, hashedShards: 1));
        var store = new ShardedRecordStore([.. names.Zip(files, StoreShard.From)], maps, files);
        var under = new StoreUnderTest(store, new FirstShardFeed(store), store.Shards[0].Audit, new FirstShardBulk(store), store, store, async () =>
        {
            await store.DisposeAsync();
            folder.Dispose();
        });
        _folders.Add(under, folder);
        return under;
    }
}
