using System.Runtime.CompilerServices;
using NewCitizen.Storage.Sharding;
using NewCitizen.Testing.Conformance;
using NewCitizen.TestServers.PostgreSql;

namespace NewCitizen.Storage.PostgreSql.Tests.Sharding;

/// <summary>Three servers for a class of tests. All agencies of the kit hash to the first, whose whole feed stands for that of all agencies.</summary>
public sealed class ShardedPostgreSqlServers : IStoreFixture, IAsyncLifetime
{
    private static readonly string[] s_names = ["a", "b", "c"];
    private readonly ConditionalWeakTable<StoreUnderTest, string> _schemas = [];
    private readonly List<PostgreSqlServer> _servers = [];

    public async Task InitializeAsync()
    {
        if (PostgreSqlInstall.Find(PostgreSqlInstall.Old) is null)
        {
            return;
        }

        _servers.AddRange(await Task.WhenAll(s_names.Select(_ => PostgreSqlServer.StartNewAsync(new() { Major = PostgreSqlInstall.Old, Durable = false }))));
    }

    public async Task DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>Skips a test where PostgreSQL is not installed.</summary>
    public static void Require() => PostgreSqlInstall.Require(PostgreSqlInstall.Old);

    public PostgreSqlStoreOptions Options(string shard, string schema) => new() { ConnectionString = _servers[Array.IndexOf(s_names, shard)].ConnectionString, Schema = schema };

    public ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds) => ValueTask.FromResult(Open(PostgreSqlServer.NewSchema(), kinds));

    public async ValueTask<StoreUnderTest> ReopenAsync(StoreUnderTest store, IReadOnlyList<RecordKind> kinds)
    {
        if (!_schemas.TryGetValue(store, out var schema))
        {
            throw new InvalidOperationException("not a store of this fixture");
        }

        await ((ShardedRecordStore)store.Records).DisposeAsync();
        return Open(schema, kinds);
    }

    private StoreUnderTest Open(string schema, IReadOnlyList<RecordKind> kinds)
    {
        var stores = s_names.Select(name => new PostgreSqlRecordStore(Options(name, schema), [.. kinds, ShardSeals.Kind])).ToArray();
        var store = new ShardedRecordStore([.. s_names.Zip(stores, StoreShard.From)], new FixedShardMap(new ShardMap(s_names, hashedShards: 1)), stores);
        var first = new FirstShard(store);
        var under = new StoreUnderTest(store, first, store.Shards[0].Audit, first, store, store, store.DisposeAsync);
        _schemas.Add(under, schema);
        return under;
    }
}
