using NewCitizen.Agencies;
using NewCitizen.Storage.PostgreSql.Connections;
using NewCitizen.Storage.PostgreSql.Schema;
using NewCitizen.Storage.PostgreSql.Values;
using Npgsql;
using NpgsqlTypes;

namespace NewCitizen.Storage.PostgreSql.Reading;

/// <summary>Reads records by their keys and answers queries.</summary>
internal sealed class RecordReader(ServerLink link, KindTables tables)
{
    private const int MaxScan = 10_000;
    private const int ScanStep = 1000;

    public ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken) =>
        link.ReadAsync((Link: link, Table: tables.For(key.Kind), Key: key), static (connection, asked, token) => GetAsync(connection, asked.Link, asked.Table, asked.Key, token), cancellationToken);

    public ValueTask<IReadOnlyList<StoredRecord?>> GetManyAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var key in keys)
        {
            tables.For(key.Kind);
        }

        return keys.Count == 0 ? new([]) : link.ReadAsync((Reader: this, Keys: keys), static (connection, asked, token) => asked.Reader.GetManyAsync(connection, asked.Keys, token), cancellationToken);
    }

    public ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var compiled = QueryCompiler.Compile(query, tables.For(query.Kind));
        return link.ReadAsync((Link: link, Query: compiled), static (connection, asked, token) => asked.Query.RunAsync(connection, asked.Link, token), cancellationToken);
    }

    public ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxScan);
        return link.ReadAsync(
            (Link: link, Table: tables.For(kind), After: after, Limit: Math.Min(limit, ScanStep)),
            static (connection, asked, token) => ScanAsync(connection, asked.Link, asked.Table, asked.After, asked.Limit, token),
            cancellationToken);
    }

    private static async ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(
        NpgsqlConnection connection, ServerLink link, KindTable table, RecordKey? after, int limit, CancellationToken cancellationToken)
    {
        var batch = Scope.For(connection, link, agency: null);
        await using var _ = batch.ConfigureAwait(false);
        var command = after is { } place
            ? new NpgsqlBatchCommand($"{table.Scan} WHERE (t.agency, t.id) > ($1, $2) ORDER BY t.agency, t.id LIMIT $3").Agency(place.Agency).Id(place.Id)
            : new NpgsqlBatchCommand($"{table.Scan} ORDER BY t.agency, t.id LIMIT $1");
        batch.BatchCommands.Add(command.Number(limit));
        var reader = await batch.ReadAsync(link, cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        var records = new List<StoredRecord>(limit);
        var at = table.Columns.Count + 2;
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var key = new RecordKey(AgencyId.Parse(reader.GetString(at)), table.Kind, reader.GetGuid(at + 1));
            records.Add(reader.GetBoolean(at + 2) ? StoredRecord.Tombstone(key, reader.GetInt64(0)) : RowMapper.Map(reader, table, key));
        }

        return records;
    }

    private static async ValueTask<StoredRecord?> GetAsync(NpgsqlConnection connection, ServerLink link, KindTable table, RecordKey key, CancellationToken cancellationToken)
    {
        var batch = Scope.For(connection, link, key.Agency.Value);
        await using var _ = batch.ConfigureAwait(false);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(table.SelectOne).Agency(key.Agency).Id(key.Id));
        var reader = await batch.ReadAsync(link, cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? RowMapper.Map(reader, table, key) : null;
    }

    private async ValueTask<IReadOnlyList<StoredRecord?>> GetManyAsync(NpgsqlConnection connection, IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken)
    {
        var kinds = keys.Select(key => tables.For(key.Kind)).Distinct().ToArray();
        var agency = keys.All(key => key.Agency == keys[0].Agency) ? keys[0].Agency.Value : null;

        // One statement sees one moment; several need a snapshot of their own.
        var several = kinds.Length > 1;
        var batch = new NpgsqlBatch(connection);
        await using var _ = batch.ConfigureAwait(false);
        if (several)
        {
            batch.BatchCommands.Add(new("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
        }

        foreach (var command in Scope.For(connection, link, agency).BatchCommands)
        {
            batch.BatchCommands.Add(command);
        }

        foreach (var table in kinds)
        {
            var wanted = keys.Where(key => key.Kind.Name == table.Kind.Name).ToList();
            batch.BatchCommands.Add(new NpgsqlBatchCommand(table.SelectMany)
                .Add(wanted.Select(key => key.Agency.Value).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text)
                .Add(wanted.Select(key => key.Id).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid));
        }

        if (several)
        {
            batch.BatchCommands.Add(new("COMMIT"));
        }

        var found = await FindAsync(batch, kinds, cancellationToken).ConfigureAwait(false);
        return [.. keys.Select(key => found.GetValueOrDefault((key.Kind.Name, key.Agency, key.Id)))];
    }

    private async ValueTask<Dictionary<(string Kind, AgencyId Agency, Guid Id), StoredRecord>> FindAsync(NpgsqlBatch batch, KindTable[] kinds, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(string, AgencyId, Guid), StoredRecord>();
        var reader = await batch.ReadAsync(link, cancellationToken).ConfigureAwait(false);
        await using var _ = reader.ConfigureAwait(false);
        foreach (var table in kinds)
        {
            var place = table.Columns.Count + 2;
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var key = new RecordKey(AgencyId.Parse(reader.GetString(place)), table.Kind, reader.GetGuid(place + 1));
                found[(table.Kind.Name, key.Agency, key.Id)] = RowMapper.Map(reader, table, key);
            }

            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }

        return found;
    }
}
