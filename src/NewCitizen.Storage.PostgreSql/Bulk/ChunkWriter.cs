using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Storage.PostgreSql.Connections;
using NewCitizen.Storage.PostgreSql.Schema;
using NewCitizen.Storage.PostgreSql.Values;
using NewCitizen.Storage.PostgreSql.Writing;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Bulk;

/// <summary>Loads some thousand records in one transaction with their change entries and one audit entry.</summary>
internal sealed class ChunkWriter(ServerLink link, KindTables tables, BatchWriter writer, string schemaName)
{
    private const int LookAnswerFlags = 2 | 4;
    private const int RefuseLiving = 8;

    public async Task<BulkResult> WriteAsync(IReadOnlyList<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken)
    {
        var patience = link.Patience();
        var oneByOne = false;
        while (true)
        {
            try
            {
                var connection = await link.OpenAsync(cancellationToken).ConfigureAwait(false);
                await using var _ = connection.ConfigureAwait(false);
                return await ServerLink.UseAsync(
                    connection, (Writer: this, Records: records, Mode: mode, Audit: audit, OneByOne: oneByOne), static (open, asked, token) => asked.Writer.WriteAsync(open, asked.Records, asked.Mode, asked.Audit, asked.OneByOne, token), cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.UniqueViolation && !oneByOne)
            {
                oneByOne = true;
            }
            catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.ProgramLimitExceeded)
            {
                throw new ArgumentException("A value is too long for its index.", nameof(records), failure);
            }
            catch (NpgsqlException failure)
            {
                // After a lost connection the chunk may be there or not; loading the same records again finds out.
                if (!StoreFailures.IsRepeatable(failure) || !await patience.WaitAsync(cancellationToken).ConfigureAwait(false))
                {
                    throw StoreFailures.ToStore(failure);
                }
            }
        }
    }

    private async ValueTask<BulkResult> WriteAsync(
        NpgsqlConnection connection, IReadOnlyList<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, bool oneByOne, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        var result = oneByOne
            ? await WriteOneByOneAsync(connection, records, mode, audit, cancellationToken).ConfigureAwait(false)
            : await WriteAllAsync(connection, records, audit, cancellationToken).ConfigureAwait(false);

        // A cancelled load leaves whole chunks: once it is written, the chunk is not given up half way through its commit.
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        return result;
    }

    // The usual case: everything is new.
    private async ValueTask<BulkResult> WriteAllAsync(
        NpgsqlConnection connection, IReadOnlyList<StoredRecord> records, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken)
    {
        var groups = records.GroupBy(record => tables.For(record.Key.Kind)).Select(group => (Staging: new Staging(group.Key, schemaName), Records: group)).ToList();
        await RunAsync(
            connection,
            [
                .. groups.Select(group => new NpgsqlBatchCommand(group.Staging.Create)),
                .. Agencies(records).Select(agency => new NpgsqlBatchCommand("SELECT pg_advisory_xact_lock_shared($1)").Number(LockKeys.Agency(schemaName, agency))),
            ],
            cancellationToken).ConfigureAwait(false);
        foreach (var (staging, group) in groups)
        {
            await staging.CopyAsync(connection, group, cancellationToken).ConfigureAwait(false);
        }

        await RunAsync(
            connection,
            [All, .. groups.SelectMany(group => group.Staging.Moves).Select(sql => new NpgsqlBatchCommand(sql)), .. Entry(audit(records))],
            cancellationToken).ConfigureAwait(false);
        return new(records.Count, []);
    }

    // Something is in the way: each record is asked about, alone in its agencies.
    private async ValueTask<BulkResult> WriteOneByOneAsync(
        NpgsqlConnection connection, IReadOnlyList<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken)
    {
        var flags = LookAnswerFlags | (mode == BulkMode.InsertOnly ? RefuseLiving : 0);
        await RunAsync(connection, [.. Agencies(records).Select(writer.BeginWhole)], cancellationToken).ConfigureAwait(false);
        var batch = new NpgsqlBatch(connection) { BatchCommands = { All } };
        await using var _ = batch.ConfigureAwait(false);
        foreach (var record in records)
        {
            var table = tables.For(record.Key.Kind);
            batch.BatchCommands.Add(record.IsTombstone
                ? BatchWriter.Drop(table, record.Key, 0, 0, record.Version, flags)
                : BatchWriter.Put(table, record.Key, 0, 0, record.Version, flags, record.Fields, record.Body));
        }

        var written = new List<StoredRecord>(records.Count);
        var refused = new List<BulkRefusal>();
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            foreach (var record in records)
            {
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                if (reader.IsDBNull(3))
                {
                    written.Add(record);
                    continue;
                }

                var refusal = reader.GetString(3);
                refused.Add(refusal == "-" ? new(record.Key, CommitStatus.Conflict, null) : new(record.Key, CommitStatus.NotUnique, refusal));
            }
        }

        if (written.Count > 0)
        {
            await RunAsync(connection, [All, .. Entry(audit(written))], cancellationToken).ConfigureAwait(false);
        }

        return new(written.Count, refused);
    }

    private IEnumerable<NpgsqlBatchCommand> Entry(AuditEntry? entry) => entry is null ? [] : [writer.Audit(entry)];

    private static NpgsqlBatchCommand All => new($"SELECT set_config('newcitizen.agency', '{RowSecurity.All}', true)");

    // In one order, so that two loads do not wait for each other.
    private static IEnumerable<AgencyId> Agencies(IReadOnlyList<StoredRecord> records) => records.Select(record => record.Key.Agency).Distinct().Order();

    private static async ValueTask RunAsync(NpgsqlConnection connection, IReadOnlyList<NpgsqlBatchCommand> commands, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection);
        await using var _ = batch.ConfigureAwait(false);
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
