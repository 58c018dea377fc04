using System.Runtime.CompilerServices;
using NewCitizen.Testing.Conformance;
using NewCitizen.TestServers.PostgreSql;

namespace NewCitizen.Storage.PostgreSql.Tests;

/// <summary>Gives the conformance kit stores in schemas of their own on one server.</summary>
/// <param name="major">15 or 18.</param>
/// <param name="configure">Other settings of each store.</param>
public sealed class PostgreSqlFixture(int major, Action<PostgreSqlStoreOptions>? configure = null) : IStoreFixture
{
    private readonly ConditionalWeakTable<StoreUnderTest, string> _schemas = [];

    public async ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds) => await OpenAsync(PostgreSqlServer.NewSchema(), kinds);

    public async ValueTask<StoreUnderTest> ReopenAsync(StoreUnderTest store, IReadOnlyList<RecordKind> kinds)
    {
        if (!_schemas.TryGetValue(store, out var schema)) throw new InvalidOperationException("not a store of this fixture");
        await ((PostgreSqlRecordStore)store.Records).DisposeAsync();
        return await OpenAsync(schema, kinds);
    }

    private async Task<StoreUnderTest> OpenAsync(string schema, IReadOnlyList<RecordKind> kinds)
    {
        var server = await PostgreSqlServer.SharedAsync(major);
        var options = new PostgreSqlStoreOptions { ConnectionString = server.ConnectionString, Schema = schema };
        configure?.Invoke(options);
        var store = new PostgreSqlRecordStore(options, kinds);
        var under = StoreUnderTest.From(store, store.DisposeAsync);
        _schemas.Add(under, schema);
        return under;
    }
}
