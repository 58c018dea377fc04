using NewCitizen.Audit;
using NewCitizen.Storage.PostgreSql.Connections;
using NewCitizen.Storage.PostgreSql.Reading;
using NewCitizen.Storage.PostgreSql.Schema;
using NewCitizen.Storage.PostgreSql.Values;
using NewCitizen.Storage.PostgreSql.Writing;
using NodaTime;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Maintenance;

/// <summary>Retention: what is deleted, in steps small enough to let the day's writes through.</summary>
internal sealed class StoreKeeper(ServerLink link, KindTables tables, BatchWriter writer, string schemaName)
{
    private const int Step = 5000;
    private const int MaxPurge = 1000;
    private readonly string _schema = SqlName.Quote(schemaName);

    public async ValueTask<IReadOnlyList<Guid>> PurgeAsync(PurgeRequest request, Func<int, AuditEntry> audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Limit, 1, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Limit, MaxPurge, nameof(request));
        var table = tables.For(request.Kind);
        var column = table.Columns[request.Kind.PositionOf(request.Field)];
        if (!request.Kind.HasIndex(request.Field, IndexType.Ordered) || request.Before.IsNull || request.Before.IsMany || request.Before.Type != column.Definition.Type)
        {
            throw new ArgumentException($"Field '{request.Field}' of kind '{request.Kind}' has no ordered index, or its type is another one.", nameof(request));
        }

        return await link.ReadAsync(
            (Keeper: this, Table: table, Column: column, Request: request, Audit: audit),
            static (connection, asked, token) => asked.Keeper.PurgeAsync(connection, asked.Table, asked.Column, asked.Request, asked.Audit, token),
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask TrimAsync(FeedPosition upTo, CancellationToken cancellationToken)
    {
        // The mark first: a reader that is behind gets its error, never a gap, even if we stop half way.
        await RunAsync(
            () => new NpgsqlBatchCommand(
                $"""
                UPDATE {_schema}.store_info i SET value = CASE i.name WHEN 'trimmed_tx' THEN f.tx ELSE f.seq END
                FROM (SELECT tx, seq FROM {_schema}.change_feed WHERE (tx, seq) <= ($1, $2) AND tx < {_schema}.feed_horizon() ORDER BY tx DESC, seq DESC LIMIT 1) f
                WHERE i.name IN ('trimmed_tx', 'trimmed_seq') AND (f.tx, f.seq) >
                  ((SELECT value FROM {_schema}.store_info WHERE name = 'trimmed_tx'), (SELECT value FROM {_schema}.store_info WHERE name = 'trimmed_seq'))
                """).Number(upTo.Epoch).Number(upTo.Sequence),
            cancellationToken).ConfigureAwait(false);
        await RepeatAsync(
            () => new NpgsqlBatchCommand(
                $"""
                DELETE FROM {_schema}.change_feed WHERE (tx, seq) IN (SELECT tx, seq FROM {_schema}.change_feed WHERE (tx, seq) <=
                  ((SELECT value FROM {_schema}.store_info WHERE name = 'trimmed_tx'), (SELECT value FROM {_schema}.store_info WHERE name = 'trimmed_seq')) ORDER BY tx, seq LIMIT {Step})
                """),
            cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<long> ForgetRequestKeysAsync(Instant before, CancellationToken cancellationToken) => RepeatAsync(
        () => new NpgsqlBatchCommand(
            $"DELETE FROM {_schema}.request_key WHERE (agency, key) IN (SELECT agency, key FROM {_schema}.request_key WHERE committed_at < $1 LIMIT {Step})").Moment(before),
        cancellationToken);

    private async ValueTask<IReadOnlyList<Guid>> PurgeAsync(
        NpgsqlConnection connection, KindTable table, FieldColumn column, PurgeRequest request, Func<int, AuditEntry> audit, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        var find = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                writer.BeginWhole(request.Agency),
                new NpgsqlBatchCommand($"SELECT id FROM {table.Table} WHERE agency = $1 AND {column.Column} < $2 AND NOT deleted ORDER BY {column.Column}, id LIMIT $3")
                    .Agency(request.Agency).One(column, request.Before).Number(request.Limit),
            },
        };
        await using var __ = find.ConfigureAwait(false);
        var ids = new List<Guid>();
        var reader = await find.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                ids.Add(reader.GetGuid(0));
            }
        }

        if (ids.Count > 0)
        {
            var drop = new NpgsqlBatch(connection);
            await using var ___ = drop.ConfigureAwait(false);
            foreach (var id in ids)
            {
                drop.BatchCommands.Add(BatchWriter.Drop(table, new RecordKey(request.Agency, request.Kind, id), 0, 0, null, 0));
            }

            // The audit entry may be another agency's, such as that of the whole system.
            drop.BatchCommands.Add(new($"SELECT set_config('newcitizen.agency', '{RowSecurity.All}', true)"));
            drop.BatchCommands.Add(writer.Audit(audit(ids.Count)));
            await drop.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        return ids;
    }

    private async ValueTask<long> RepeatAsync(Func<NpgsqlBatchCommand> command, CancellationToken cancellationToken)
    {
        var all = 0L;
        while (true)
        {
            var changed = await RunAsync(command, cancellationToken).ConfigureAwait(false);
            all += changed;
            if (changed < Step)
            {
                return all;
            }
        }
    }

    private ValueTask<long> RunAsync(Func<NpgsqlBatchCommand> command, CancellationToken cancellationToken) => link.ReadAsync(
        (Link: link, Command: command),
        static async (connection, asked, token) =>
        {
            var batch = Scope.For(connection, asked.Link, agency: null);
            await using var _ = batch.ConfigureAwait(false);
            var command = asked.Command();
            batch.BatchCommands.Add(command);
            await batch.ExecuteNonQueryAsync(token).ConfigureAwait(false);
            return (long)command.Rows;
        },
        cancellationToken);
}
