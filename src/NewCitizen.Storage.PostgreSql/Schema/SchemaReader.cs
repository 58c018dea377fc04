using NewCitizen.Errors;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Schema;

/// <summary>Reads the state of a schema.</summary>
internal sealed class SchemaReader(SchemaPlan plan)
{
    /// <exception cref="NewCitizenException">NC3006: a newer version wrote the store.</exception>
    public async ValueTask<SchemaState> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var settings = await ReadSettingsAsync(connection, cancellationToken).ConfigureAwait(false);
        if (!await IsThereAsync(connection, cancellationToken).ConfigureAwait(false))
        {
            return SchemaState.Empty with { Settings = settings };
        }

        var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("SELECT set_config('newcitizen.agency', '*', true)"),
                new($"SELECT max(value) FROM {plan.Schema}.store_info WHERE name IN ('min_reader', 'min_writer')"),
                new($"SELECT name, objects, checksum FROM {plan.Schema}.schema_script ORDER BY name"),
                new($"SELECT line FROM {plan.Schema}.schema_object"),
                new($"SELECT {FeedBase.IsAhead(plan.Schema)}"),
            },
        };
        await using var _ = batch.ConfigureAwait(false);
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        if (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) && reader.GetInt64(0) > SchemaPlan.Format)
        {
            throw new NewCitizenException(StorageErrors.SchemaTooNew);
        }

        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        var applied = new List<string>();
        var recorded = SchemaState.Set([]);
        string? checksum = null;
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            applied.Add(reader.GetString(0));
            recorded.UnionWith(reader.GetString(1).Split('\n', StringSplitOptions.RemoveEmptyEntries));
            checksum ??= reader.GetString(2);
        }

        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        var actual = SchemaState.Set([]);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            actual.Add(reader.GetString(0));
        }

        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return new(applied, recorded, actual, checksum, reader.GetBoolean(0), settings);
    }

    private async ValueTask<bool> IsThereAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand("SELECT to_regclass($1) IS NOT NULL", connection) { Parameters = { new() { Value = $"{plan.Schema}.schema_script" } } };
        await using var _ = command.ConfigureAwait(false);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is true;
    }

    // With these a commit would be acknowledged before it is durable, or would not see what it waited for.
    private static async ValueTask<List<string>> ReadSettingsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand("SELECT current_setting('synchronous_commit'), current_setting('default_transaction_isolation'), current_setting('server_encoding'), current_setting('server_version_num')::int", connection);
        await using var _ = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var settings = new List<string>();
        if (reader.GetString(0) == "off")
        {
            settings.Add("synchronous_commit is off");
        }

        if (reader.GetString(1) != "read committed")
        {
            settings.Add("default_transaction_isolation is not read committed");
        }

        if (reader.GetString(2) != "UTF8")
        {
            settings.Add("the encoding of the database is not UTF8");
        }

        if (reader.GetInt32(3) < 130000)
        {
            settings.Add("the server is older than PostgreSQL 13");
        }

        return settings;
    }
}
