using NewCitizen.Audit;
using NewCitizen.Storage.PostgreSql.Schema;
using NewCitizen.Storage.PostgreSql.Values;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace NewCitizen.Storage.PostgreSql.Writing;

/// <summary>Makes the statements of one commit: one round trip, which the server runs as one transaction.</summary>
internal sealed class BatchWriter(KindTables tables, string schemaName, IClock clock)
{
    private const int Noted = 1;
    private const int Look = 2;
    private readonly string _schema = SqlName.Quote(schemaName);

    public void Fill(NpgsqlBatch commands, WriteBatch batch, bool look)
    {
        commands.BatchCommands.Add(Begin(batch));
        var flags = (batch.RequestKey is null ? 0 : Noted) | (look ? Look : 0);
        for (var i = 0; i < batch.Operations.Count; i++)
        {
            commands.BatchCommands.Add(Operation(batch.Operations[i], i, flags));
        }

        foreach (var domainEvent in batch.Events)
        {
            commands.BatchCommands.Add(new NpgsqlBatchCommand(
                $"INSERT INTO {_schema}.change_feed (agency, type, kind, id, version, event_type, payload) VALUES ($1, 'event', $2, $3, 0, $4, $5) RETURNING tx, seq")
                .Agency(batch.Agency).Text(domainEvent.Subject.Kind.Name).Id(domainEvent.Subject.Id).Text(domainEvent.Type).Bytes(domainEvent.Payload));
        }

        foreach (var entry in batch.Audit)
        {
            commands.BatchCommands.Add(Audit(entry));
        }

        if (batch.RequestKey is { } key)
        {
            commands.BatchCommands.Add(Remember(batch, key));
        }
    }

    /// <summary>Appends an audit entry.</summary>
    public NpgsqlBatchCommand Audit(AuditEntry entry)
    {
        var command = new NpgsqlBatchCommand(
            $"INSERT INTO {_schema}.audit_entry (agency, at, actor, action, subject_kind, subject_id, purpose, details, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
            .Agency(entry.Agency).Moment(entry.At).Text(entry.Actor).Text(entry.Action).Text(entry.SubjectKind);
        _ = entry.SubjectId is { } id ? command.Id(id) : command.Null(NpgsqlDbType.Uuid);
        return command.Text(entry.Purpose).Text(entry.Details).Add(AuditHash.Compute(entry), NpgsqlDbType.Bytea);
    }

    /// <summary>Names the agency and takes a lock on all of it.</summary>
    public NpgsqlBatchCommand BeginWhole(NewCitizen.Agencies.AgencyId agency) => Begin(agency, null, null);

    private NpgsqlBatchCommand Begin(WriteBatch batch) => Begin(batch.Agency, LockKeys.Of(schemaName, batch), batch.RequestKey?.Value);

    private NpgsqlBatchCommand Begin(NewCitizen.Agencies.AgencyId agency, (long[] Keys, bool[] Shared)? locks, string? request)
    {
        var command = new NpgsqlBatchCommand($"SELECT {_schema}.begin_batch($1, $2, $3, $4, $5)").Agency(agency).Number(LockKeys.Agency(schemaName, agency));
        return (locks is { } taken
            ? command.Add(taken.Keys, NpgsqlDbType.Array | NpgsqlDbType.Bigint).Add(taken.Shared, NpgsqlDbType.Array | NpgsqlDbType.Boolean)
            : command.Null(NpgsqlDbType.Array | NpgsqlDbType.Bigint).Null(NpgsqlDbType.Array | NpgsqlDbType.Boolean)).Text(request);
    }

    private NpgsqlBatchCommand Operation(WriteOperation operation, int index, int flags)
    {
        var key = operation.Key;
        var table = tables.For(key.Kind);
        switch (operation)
        {
            case PutOperation put:
                return Put(table, key, Expected(put.Expected), index, null, flags, put.Fields, put.Body);
            case DeleteOperation:
                return Drop(table, key, Expected(operation.Expected), index, null, flags);
            case IncrementOperation add:
                return new NpgsqlBatchCommand(table.Add).Agency(key.Agency).Id(key.Id).Small(index).Small(flags)
                    .Text(add.Field).Number(add.Delta).Number(add.Minimum).Number(add.Maximum);
            default:
                return new NpgsqlBatchCommand(table.Check).Small(index).Number(Expected(operation.Expected)).Small(flags).Agency(key.Agency).Id(key.Id);
        }
    }

    /// <summary>Writes a record.</summary>
    public static NpgsqlBatchCommand Put(
        KindTable table, RecordKey key, long expected, int index, long? version, int flags, IReadOnlyList<FieldValue> fields, ReadOnlyMemory<byte> body)
    {
        var command = new NpgsqlBatchCommand(table.Put).Agency(key.Agency).Id(key.Id).Number(expected).Small(index);
        _ = version is { } given ? command.Number(given) : command.Null(NpgsqlDbType.Bigint);
        command.Small(flags).Bytes(body);
        for (var i = 0; i < fields.Count; i++)
        {
            command.Field(table.Columns[i], fields[i]);
        }

        return command;
    }

    /// <summary>Deletes a record, or loads its tombstone.</summary>
    public static NpgsqlBatchCommand Drop(KindTable table, RecordKey key, long expected, int index, long? version, int flags)
    {
        var command = new NpgsqlBatchCommand(table.Drop).Agency(key.Agency).Id(key.Id).Number(expected).Small(index);
        return (version is { } given ? command.Number(given) : command.Null(NpgsqlDbType.Bigint)).Small(flags);
    }

    private NpgsqlBatchCommand Remember(WriteBatch batch, RequestKey key) => new NpgsqlBatchCommand(
        $"""
        INSERT INTO {_schema}.request_key (agency, key, digest, results, tx, seq, committed_at)
        SELECT $1, $2, $3, current_setting('newcitizen.results'), coalesce(f.tx, 0), coalesce(f.seq, 0), $4
        FROM (SELECT 1) one LEFT JOIN LATERAL
          (SELECT tx, seq FROM {_schema}.change_feed WHERE $5 AND tx = (SELECT {_schema}.feed_tx()) ORDER BY tx DESC, seq DESC LIMIT 1) f ON true
        """)
        .Agency(batch.Agency).Text(key.Value).Bytes(key.Digest).Moment(clock.GetCurrentInstant()).Add(batch.Operations.Count + batch.Events.Count > 0, NpgsqlDbType.Boolean);

    // As the functions know it: 0 anything, -1 nothing, -2 something, else the version.
    private static long Expected(ExpectedVersion expected) => expected == ExpectedVersion.Any ? 0
        : expected == ExpectedVersion.Missing ? -1
        : expected == ExpectedVersion.Exists ? -2
        : long.Parse(expected.ToString(), System.Globalization.CultureInfo.InvariantCulture);
}
