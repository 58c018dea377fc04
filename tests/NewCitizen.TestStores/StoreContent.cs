using NewCitizen.TestServers.PostgreSql;
using Npgsql;

namespace NewCitizen.TestStores;

/// <summary>A schema on the tests' server, seen from behind the store.</summary>
public static class StoreContent
{
    /// <summary>Every row of every table as the database sends it in binary, indexes and all.</summary>
    /// <param name="schema">The schema.</param>
    public static async Task<IReadOnlyList<byte[]>> DumpAsync(string schema)
    {
        var connection = new NpgsqlConnection(TestStore.Server.AdminConnectionString + ";Pooling=false");
        await using var scope = connection;
        await connection.OpenAsync();
        var tables = new List<string>();
        var list = new NpgsqlCommand("SELECT c.oid::regclass::text FROM pg_class c WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'r' ORDER BY 1", connection) { Parameters = { new() { Value = schema } } };
        await using (list)
        {
            var reader = await list.ExecuteReaderAsync();
            await using var readerScope = reader;
            while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        }

        var dumps = new List<byte[]>();
        foreach (var table in tables)
        {
            var copy = await connection.BeginRawBinaryCopyAsync($"COPY (SELECT * FROM {table}) TO STDOUT (FORMAT BINARY)");
            await using var copyScope = copy;
            using var bytes = new MemoryStream();
            await copy.CopyToAsync(bytes);
            dumps.Add(bytes.ToArray());
        }

        return dumps;
    }

    /// <summary>Runs a statement in the schema, which is made if need be, as the owner of the database does who may see all agencies.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="sql">The statement.</param>
    /// <returns>How many rows it changed.</returns>
    public static async Task<int> ChangeAsync(string schema, string sql)
    {
        var connection = new NpgsqlConnection($"{TestStore.Server.AdminConnectionString};Pooling=false;Search Path={schema}");
        await using var scope = connection;
        await connection.OpenAsync();
        var make = new NpgsqlCommand($"CREATE SCHEMA IF NOT EXISTS {schema} AUTHORIZATION {PostgreSqlServer.User}", connection);
        await using var makeScope = make;
        await make.ExecuteNonQueryAsync();
        var command = new NpgsqlCommand(sql, connection);
        await using var commandScope = command;
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Lets the largest table of the schema grow to a size and no further, with the error of a full disk.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="bytes">The size, in bytes.</param>
    public static Task LimitAsync(string schema, long bytes) => TestStore.Server.ExecuteAsync($"""
        CREATE FUNCTION {schema}.refuse_growth() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF pg_table_size(TG_RELID) >= {bytes} THEN
            RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
          END IF;
          RETURN NULL;
        END $$;
        DO $$
        DECLARE t record;
        BEGIN
          FOR t IN SELECT c.oid::regclass AS name FROM pg_class c WHERE c.relnamespace = '{schema}'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition LOOP
            EXECUTE format('CREATE TRIGGER refuse_growth BEFORE INSERT OR UPDATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION {schema}.refuse_growth()', t.name);
          END LOOP;
        END $$;
        """);
}
