using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Migrations;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Tests;

/// <summary>
/// The stores in <c>PostgreSqlSchemas</c>: a folder a release with its scripts, and its rows as one script more. <c>{schema}</c> stands for the schema.
/// </summary>
/// <param name="connect">A connection of the ordinary user.</param>
/// <param name="open">Opens the store of a schema.</param>
/// <param name="schemaOf">Schema of an opened store.</param>
internal sealed class FrozenSchemas(Func<Task<NpgsqlConnection>> connect, Func<string, IReadOnlyList<RecordKind>, Task<StoreUnderTest>> open, Func<StoreUnderTest, string> schemaOf) : IReleasedSchemas
{
    public const string RowsFile = "rows.sql";
    public static readonly string Root = Path.Combine(AppContext.BaseDirectory, "PostgreSqlSchemas");

    public IReadOnlyList<string> Versions => [.. Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public IReadOnlyList<SchemaScript> ScriptsOf(string version) =>
    [
        .. Directory.GetFiles(Path.Combine(Root, version), "0*.sql").Order(StringComparer.Ordinal)
            .Select(file => new SchemaScript(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file).ReplaceLineEndings("\n"))),
    ];

    public string Normalise(StoreUnderTest store, string text) => Normalise(schemaOf(store), text);

    public static string Normalise(string schema, string text) =>
        text.Replace($"\"{schema}\"", "{schema}", StringComparison.Ordinal).Replace($"'{schema}'", "{literal}", StringComparison.Ordinal);

    public async ValueTask<StoreUnderTest> OpenAsync(string version, IReadOnlyList<RecordKind> kinds)
    {
        var schema = TestServers.PostgreSql.PostgreSqlServer.NewSchema();
        await using (var connection = await connect())
        {
            foreach (var text in ScriptsOf(version).Select(script => script.Text).Append(await File.ReadAllTextAsync(Path.Combine(Root, version, RowsFile))))
            {
                await using var command = new NpgsqlCommand(text.Replace("{schema}", $"\"{schema}\"", StringComparison.Ordinal).Replace("{literal}", $"'{schema}'", StringComparison.Ordinal), connection);
                await command.ExecuteNonQueryAsync();
            }
        }

        return await open(schema, kinds);
    }

    /// <summary>Writes the rows of a schema as a script. Transactions count from 1, as if the store were the first thing in its cluster.</summary>
    public static async Task<string> RowsAsync(NpgsqlConnection connection, string schema)
    {
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand("SELECT c.relname FROM pg_class c WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_script' ORDER BY 1", connection) { Parameters = { new() { Value = schema } } })
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var text = new System.Text.StringBuilder("SELECT set_config('newcitizen.agency', '*', false);\nTRUNCATE {schema}.store_info;\n");
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"SELECT set_config('newcitizen.agency', '*', true); SELECT json_agg(row_to_json(t) ORDER BY row_to_json(t)::text)::text FROM \"{schema}\".\"{table}\" t", connection);
            await using var reader = await command.ExecuteReaderAsync();
            await reader.NextResultAsync();
            if (await reader.ReadAsync() && !reader.IsDBNull(0))
            {
                text.Append(null, $"INSERT INTO {{schema}}.\"{table}\" OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::{{schema}}.\"{table}\", '{reader.GetString(0).Replace("'", "''", StringComparison.Ordinal)}');\n");
            }
        }

        // As few transactions as there were, from 1 on, in their order.
        text.Append("WITH place AS (SELECT tx, dense_rank() OVER (ORDER BY tx) n FROM (SELECT tx FROM {schema}.change_feed UNION SELECT tx FROM {schema}.audit_entry) t), f AS (UPDATE {schema}.change_feed c SET tx = n FROM place p WHERE p.tx = c.tx), a AS (UPDATE {schema}.audit_entry c SET tx = n FROM place p WHERE p.tx = c.tx) UPDATE {schema}.request_key c SET tx = n FROM place p WHERE p.tx = c.tx;\n");
        foreach (var table in new[] { "change_feed", "audit_entry" })
        {
            text.Append(null, $"SELECT setval(pg_get_serial_sequence('{{schema}}.{table}', 'seq'), (SELECT max(seq) FROM {{schema}}.{table}));\n");
        }

        return text.ToString();
    }
}
