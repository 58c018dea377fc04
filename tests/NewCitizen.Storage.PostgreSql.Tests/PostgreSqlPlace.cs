using NewCitizen.Agencies;
using NewCitizen.TestServers.PostgreSql;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Tests;

/// <summary>A schema of its own on the shared server, with a small kind of record.</summary>
internal sealed class PostgreSqlPlace(PostgreSqlServer server) : IAsyncDisposable
{
    public static readonly AgencyId Teda = AgencyId.Parse("teda");
    public static readonly AgencyId Hangu = AgencyId.Parse("hangu");

    public static RecordKind Kind { get; } = new(
        "thing",
        "A thing of a test.",
        [new("code", FieldType.Text, "Unique text."), new("seats", FieldType.Integer, "Counted."), new("tags", FieldType.Text, "Several texts.", Multiple: true)],
        [new("code", IndexType.Unique), new("tags", IndexType.Lookup)]);

    private readonly List<PostgreSqlRecordStore> _stores = [];

    public PostgreSqlServer Server => server;

    public string Schema { get; } = PostgreSqlServer.NewSchema();

    public static async Task<PostgreSqlPlace> NewAsync() => new(await PostgreSqlServer.SharedAsync(PostgreSqlInstall.Old));

    public static Guid Id(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    public static IReadOnlyList<FieldValue> Fields(string? code = null, long? seats = null, params string[] tags) =>
        [FieldValue.Text(code), seats is { } number ? FieldValue.Integer(number) : FieldValue.Null, FieldValue.Many([.. tags.Select(FieldValue.Text)])];

    public static WriteBatch Put(int id, string? code = null, RequestKey? request = null) =>
        new WriteBatch(Teda, request).Put(Kind, Id(id), ExpectedVersion.Missing, Fields(code), "{}"u8.ToArray());

    public static RecordKey Key(int id) => new(Teda, Kind, Id(id));

    public PostgreSqlRecordStore Store(Action<PostgreSqlStoreOptions>? configure = null, params RecordKind[] kinds)
    {
        var options = new PostgreSqlStoreOptions { ConnectionString = server.ConnectionString, Schema = Schema };
        configure?.Invoke(options);
        var store = new PostgreSqlRecordStore(options, kinds.Length == 0 ? [Kind] : kinds);
        _stores.Add(store);
        return store;
    }

    public async Task<PostgreSqlRecordStore> OpenAsync(Action<PostgreSqlStoreOptions>? configure = null, params RecordKind[] kinds)
    {
        var store = Store(configure, kinds);
        await store.PrepareAsync(SchemaMode.Create, CancellationToken.None);
        return store;
    }

    /// <summary>Runs statements as the ordinary user; {s} is the schema. Answers what the last one did.</summary>
    public async Task<object?> RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql.Replace("{s}", Schema, StringComparison.Ordinal), connection);
        await using var reader = await command.ExecuteReaderAsync();
        object? answer = null;
        do
        {
            answer = await reader.ReadAsync() ? reader[0] : null;
        }
        while (await reader.NextResultAsync());
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }
    }
}
