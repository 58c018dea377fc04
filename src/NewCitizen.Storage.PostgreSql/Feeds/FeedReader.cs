using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage.PostgreSql.Connections;
using NewCitizen.Storage.PostgreSql.Reading;
using NewCitizen.Storage.PostgreSql.Schema;
using NewCitizen.Storage.PostgreSql.Values;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Feeds;

/// <summary>
/// Reads the change feed and the audit trail. Transactions end in another order than they begin, so only entries of transactions below the oldest
/// that still runs are shown: an entry never appears before one that is already shown.
/// </summary>
internal sealed class FeedReader(ServerLink link, string schemaName, TimeSpan wait)
{
    private const int MaxLimit = 10_000;
    private readonly string _schema = SqlName.Quote(schemaName);

    public async ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken)
    {
        RequireLimit(limit);
        return await ReadAsync("change_feed", "type, kind, id, version, event_type, payload", agency, after, limit, ToChange, entry => entry.Position, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<FeedPage<StoredAuditEntry>> ReadAuditAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken)
    {
        RequireLimit(limit);
        return await ReadAsync("audit_entry", "at, actor, action, subject_kind, subject_id, purpose, details, hash", agency, after, limit, ToAudit, entry => entry.Position, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<FeedPage<T>> ReadAsync<T>(
        string table, string columns, AgencyId? agency, FeedPosition after, int limit, Func<NpgsqlDataReader, T> map, Func<T, FeedPosition> positionOf, CancellationToken cancellationToken)
    {
        var patience = new Patience(wait);
        while (true)
        {
            var (entries, heldBack) = await link.ReadAsync(
                (Reader: this, Table: table, Columns: columns, Agency: agency, After: after, Limit: limit, Map: map),
                static (connection, asked, token) => asked.Reader.ReadOnceAsync(connection, asked.Table, asked.Columns, asked.Agency, asked.After, asked.Limit, asked.Map, token),
                cancellationToken).ConfigureAwait(false);
            if (entries.Count == limit || !heldBack || !await patience.WaitAsync(cancellationToken).ConfigureAwait(false))
            {
                return new(entries, entries.Count == 0 ? after : positionOf(entries[^1]));
            }
        }
    }

    private async ValueTask<(List<T> Entries, bool HeldBack)> ReadOnceAsync<T>(
        NpgsqlConnection connection, string table, string columns, AgencyId? agency, FeedPosition after, int limit, Func<NpgsqlDataReader, T> map, CancellationToken cancellationToken)
    {
        var batch = Scope.For(connection, link, agency?.Value);
        await using var _ = batch.ConfigureAwait(false);
        var ofAgency = agency is null ? string.Empty : " AND agency = $4";
        var entriesCommand = new NpgsqlBatchCommand(
            $"SELECT tx, seq, agency, {columns} FROM {_schema}.{table} WHERE (tx, seq) > ($1, $2) AND tx < {_schema}.feed_horizon(){ofAgency} ORDER BY tx, seq LIMIT $3")
            .Number(after.Epoch).Number(after.Sequence).Number(limit);

        // The mark is read after the entries: what a trim took away before is told, whatever ran between.
        var stateCommand = new NpgsqlBatchCommand(
            $"""
            SELECT EXISTS (SELECT 1 FROM {_schema}.{table} WHERE tx >= {_schema}.feed_horizon(){(agency is null ? string.Empty : " AND agency = $1")}),
              (SELECT value FROM {_schema}.store_info WHERE name = 'trimmed_tx'), (SELECT value FROM {_schema}.store_info WHERE name = 'trimmed_seq')
            """);
        if (agency is { } one)
        {
            entriesCommand.Agency(one);
            stateCommand.Agency(one);
        }

        batch.BatchCommands.Add(entriesCommand);
        batch.BatchCommands.Add(stateCommand);
        var reader = await batch.ReadAsync(link, cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        var entries = new List<T>(Math.Min(limit, 128));
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            entries.Add(map(reader));
        }

        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return table == "change_feed" && after < new FeedPosition(reader.GetInt64(1), reader.GetInt64(2))
            ? throw new NewCitizenException(StorageErrors.FeedTrimmed)
            : (entries, reader.GetBoolean(0));
    }

    private static ChangeEntry ToChange(NpgsqlDataReader row) => new(
        new FeedPosition(row.GetInt64(0), row.GetInt64(1)),
        row.GetString(3) switch { "put" => ChangeType.Put, "deleted" => ChangeType.Deleted, _ => ChangeType.Event },
        AgencyId.Parse(row.GetString(2)),
        row.GetString(4),
        row.GetGuid(5),
        row.GetInt64(6),
        TextOrNull(row, 7),
        row.IsDBNull(8) ? default : row.GetFieldValue<byte[]>(8));

    private static StoredAuditEntry ToAudit(NpgsqlDataReader row) => new(
        new FeedPosition(row.GetInt64(0), row.GetInt64(1)),
        new AuditEntry(
            AgencyId.Parse(row.GetString(2)),
            Parameters.Moment(row.GetFieldValue<long>(3)),
            TextCodec.Decode(row.GetString(4)),
            TextCodec.Decode(row.GetString(5)),
            TextOrNull(row, 6),
            row.IsDBNull(7) ? null : row.GetGuid(7),
            TextOrNull(row, 8),
            TextOrNull(row, 9)),
        row.GetFieldValue<byte[]>(10));

    private static string? TextOrNull(NpgsqlDataReader row, int place) => row.IsDBNull(place) ? null : TextCodec.Decode(row.GetString(place));

    private static void RequireLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
    }
}
