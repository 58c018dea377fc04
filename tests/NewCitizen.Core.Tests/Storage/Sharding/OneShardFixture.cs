using NewCitizen.Storage;
using NewCitizen.Storage.Sharding;
using NewCitizen.Testing.Conformance;

namespace NewCitizen.Core.Tests.Storage.Sharding;

/// <summary>
/// Three shards of which one holds all agencies of the kit: what is asked of an agency goes through the router, what is asked of all
/// agencies goes to that shard, as relays and the audit sequencer do it. No promise is left out.
/// </summary>
public sealed class OneShardFixture : IStoreFixture
{
    public ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds)
    {
        var store = ShardedFixture.Open(new ShardMap(["a", "b", "c"], hashedShards: 1));
        var whole = new WholeShard(store);
        return ValueTask.FromResult(new StoreUnderTest(store, whole, store.Shards[0].Audit, whole, store, store));
    }
}
