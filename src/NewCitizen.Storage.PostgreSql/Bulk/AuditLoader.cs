using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage.PostgreSql.Connections;
using NewCitizen.Storage.PostgreSql.Reading;
using NewCitizen.Storage.PostgreSql.Schema;
using NewCitizen.Storage.PostgreSql.Values;
using Npgsql;
using NpgsqlTypes;

namespace NewCitizen.Storage.PostgreSql.Bulk;

/// <summary>Copies the audit trail of another store word for word, some thousand entries a transaction.</summary>
internal sealed class AuditLoader(ServerLink link, string schemaName)
{
    private const int ChunkEntries = 5000;
    private readonly string _schema = SqlName.Quote(schemaName);

    public async ValueTask<long> LoadAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken)
    {
        var written = 0L;
        await foreach (var chunk in entries.Chunk(ChunkEntries).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            written += await link.ReadAsync(
                (Loader: this, Chunk: chunk), static (connection, asked, token) => asked.Loader.LoadAsync(connection, asked.Chunk, token), cancellationToken).ConfigureAwait(false);
        }

        return written;
    }

    // May be run again after a lost connection: what is there already is skipped. Then it counts as skipped.
    private async ValueTask<long> LoadAsync(NpgsqlConnection connection, StoredAuditEntry[] chunk, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        var (end, known) = await FindAsync(connection, chunk, cancellationToken).ConfigureAwait(false);
        var added = new List<StoredAuditEntry>(chunk.Length);
        foreach (var entry in chunk)
        {
            if (entry.Position > end && entry.Position is { Epoch: >= 0, Sequence: >= 0 })
            {
                (end, known[entry.Position]) = (entry.Position, entry.Hash.ToArray());
                added.Add(entry);
            }
            else if (!known.TryGetValue(entry.Position, out var hash) || !hash.AsSpan().SequenceEqual(entry.Hash.Span))
            {
                throw new NewCitizenException(StorageErrors.AuditTrailDiffers, entry.Position.ToString());
            }
        }

        if (added.Count > 0)
        {
            await AppendAsync(connection, added, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        return added.Count;
    }

    private async ValueTask<(FeedPosition End, Dictionary<FeedPosition, byte[]> Known)> FindAsync(NpgsqlConnection connection, StoredAuditEntry[] chunk, CancellationToken cancellationToken)
    {
        var batch = Scope.For(connection, link, agency: null);
        await using var _ = batch.ConfigureAwait(false);
        batch.BatchCommands.Add(new($"SELECT tx, seq FROM {_schema}.audit_entry ORDER BY tx DESC, seq DESC LIMIT 1"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"SELECT tx, seq, hash FROM {_schema}.audit_entry WHERE (tx, seq) IN (SELECT * FROM unnest($1::bigint[], $2::bigint[]))")
            .Add(chunk.Select(entry => entry.Position.Epoch).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bigint)
            .Add(chunk.Select(entry => entry.Position.Sequence).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bigint));
        var reader = await batch.ReadAsync(link, cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        var end = await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? new FeedPosition(reader.GetInt64(0), reader.GetInt64(1)) : FeedPosition.Start;
        var known = new Dictionary<FeedPosition, byte[]>();
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            known[new FeedPosition(reader.GetInt64(0), reader.GetInt64(1))] = reader.GetFieldValue<byte[]>(2);
        }

        return (end, known);
    }

    private async ValueTask AppendAsync(NpgsqlConnection connection, List<StoredAuditEntry> entries, CancellationToken cancellationToken)
    {
        var batch = Scope.For(connection, link, agency: null);
        await using (batch.ConfigureAwait(false))
        {
            foreach (var stored in entries)
            {
                var entry = stored.Entry;
                var command = new NpgsqlBatchCommand(
                    $"INSERT INTO {_schema}.audit_entry (tx, seq, agency, at, actor, action, subject_kind, subject_id, purpose, details, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
                    .Number(stored.Position.Epoch).Number(stored.Position.Sequence).Agency(entry.Agency).Moment(entry.At).Text(entry.Actor).Text(entry.Action).Text(entry.SubjectKind);
                _ = entry.SubjectId is { } id ? command.Id(id) : command.Null(NpgsqlDbType.Uuid);
                batch.BatchCommands.Add(command.Text(entry.Purpose).Text(entry.Details).Bytes(stored.Hash));
            }

            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        var lift = new NpgsqlCommand(FeedBase.Lift(_schema), connection);
        await using var __ = lift.ConfigureAwait(false);
        await lift.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
