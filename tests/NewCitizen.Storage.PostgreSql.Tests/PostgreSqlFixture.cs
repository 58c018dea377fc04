using System.Diagnostics;
using System.Runtime.CompilerServices;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Faults;
using NewCitizen.Testing.Migrations;
using NewCitizen.Testing.Processes;
using NewCitizen.TestServers.PostgreSql;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Tests;

/// <summary>Gives the conformance kit stores in schemas of their own on one server.</summary>
/// <param name="major">15 or 18.</param>
/// <param name="configure">Other settings of each store.</param>
public sealed class PostgreSqlFixture(int major, Action<PostgreSqlStoreOptions>? configure = null) : IStoreFixture, IWriterProcesses
{
    private readonly ConditionalWeakTable<StoreUnderTest, string> _schemas = [];

    public IWriterProcesses Processes => this;

    public IFaultInjector Faults => new TriggerFaults(async () => (await PostgreSqlServer.SharedAsync(major)).AdminConnectionString, SchemaOf);

    public IReleasedSchemas? Released => configure is null ? new FrozenSchemas(ConnectAsync, OpenAsync, SchemaOf) : null;

    public string? Version => typeof(PostgreSqlRecordStore).Assembly.GetName().Version?.ToString(3);

    public async ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds) => await OpenAsync(PostgreSqlServer.NewSchema(), kinds);

    public async ValueTask<StoreUnderTest> ReopenAsync(StoreUnderTest store, IReadOnlyList<RecordKind> kinds)
    {
        await CloseAsync(store);
        await SettleAsync(SchemaOf(store));
        return await OpenAsync(SchemaOf(store), kinds);
    }

    public ProcessStartInfo Command(StoreUnderTest store) => new("dotnet")
    {
        ArgumentList = { "exec", typeof(Program).Assembly.Location, PostgreSqlServer.Shared(major).ConnectionString + ";Application Name=" + SchemaOf(store), SchemaOf(store) },
    };

    public async ValueTask CloseAsync(StoreUnderTest store)
    {
        ArgumentNullException.ThrowIfNull(store);
        await ((PostgreSqlRecordStore)store.Records).DisposeAsync();
    }

    // The server goes on with what a killed client had sent. Only when its sessions are gone does the store stand still.
    private async Task SettleAsync(string schema)
    {
        var server = await PostgreSqlServer.SharedAsync(major);
        await using var connection = new NpgsqlConnection(server.AdminConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE application_name = $1", connection) { Parameters = { new() { Value = schema } } };
        for (var i = 0; i < 1200 && (long)(await command.ExecuteScalarAsync())! > 0; i++)
        {
            await Task.Delay(25);
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection((await PostgreSqlServer.SharedAsync(major)).ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private string SchemaOf(StoreUnderTest store) => _schemas.TryGetValue(store, out var schema) ? schema : throw new InvalidOperationException("Not a store of this fixture.");

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
