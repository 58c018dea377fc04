using NewCitizen.Storage;
using NewCitizen.Storage.PostgreSql;
using NewCitizen.Storage.Sqlite;
using NodaTime;

namespace NewCitizen.Faults.Load;

/// <summary>A store by its address: <c>sqlite:PATH</c>, or <c>pg:SCHEMA:CONNECTION</c>.</summary>
internal sealed record OpenStore(IRecordStore Records, IChangeFeed Feed, ISchemaManager Schema, IAsyncDisposable Owner) : IAsyncDisposable
{
    public static async Task<OpenStore> AtAsync(string address, SchemaMode mode, IReadOnlyList<RecordKind>? kinds = null, IClock? clock = null)
    {
        var store = At(address, kinds ?? Hall.Kinds, clock);
        await store.Schema.PrepareAsync(mode, default);
        return store;
    }

    public static OpenStore At(string address, IReadOnlyList<RecordKind> kinds, IClock? clock)
    {
        var parts = address.Split(':', 3);
        if (parts[0] == "sqlite")
        {
            var sqlite = new SqliteRecordStore(new SqliteStoreOptions { Path = parts[1] }, kinds, clock);
            return new(sqlite, sqlite, sqlite, sqlite);
        }

        var postgres = new PostgreSqlRecordStore(new PostgreSqlStoreOptions { Schema = parts[1], ConnectionString = parts[2] }, kinds, clock);
        return new(postgres, postgres, postgres, postgres);
    }

    public ValueTask DisposeAsync() => Owner.DisposeAsync();
}
