using NewCitizen.Storage;

namespace NewCitizen.Telemetry;

/// <summary>
/// Measures every call of a store: a span and a duration each, commits counted by how they ended. Stands between the managers and whatever
/// store the host chose; while nobody listens it hands calls on without a trace. Thread-safe.
/// </summary>
/// <remarks>Spans name kinds, agencies and counts. They hold no record ids and no values, because backends of telemetry are not the place for them.</remarks>
public sealed partial class MeasuredStore : IRecordStore
{
    private readonly IRecordStore _records;
    private readonly string _name;

    /// <summary>Measures a store. What it implements beside <see cref="IRecordStore"/> is measured too.</summary>
    /// <param name="inner">The store.</param>
    /// <exception cref="ArgumentException">The store does not implement all kernel contracts.</exception>
    public MeasuredStore(IRecordStore inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _records = inner;
        if (inner is not (IChangeFeed feed and IAuditTrail trail and IBulkLoader bulk and ISchemaManager schema and IStoreMaintenance maintenance))
        {
            throw new ArgumentException("The store does not implement all kernel contracts.", nameof(inner));
        }

        (_feed, _trail, _bulk, _schema, _maintenance) = (feed, trail, bulk, schema, maintenance);
        _name = inner.Capabilities.Name;
    }

    /// <summary>The store itself, for what is special to it.</summary>
    public IRecordStore Inner => _records;

    /// <inheritdoc/>
    public StoreCapabilities Capabilities => _records.Capabilities;

    /// <inheritdoc/>
    public ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken) =>
        StoreInstruments.IsIdle ? _records.GetAsync(key, cancellationToken) : MeasureGetAsync(key, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRecord?>> GetManyAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken) =>
        StoreInstruments.IsIdle ? _records.GetManyAsync(keys, cancellationToken) : MeasureGetManyAsync(keys, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken) =>
        StoreInstruments.IsIdle ? _records.QueryAsync(query, cancellationToken) : MeasureQueryAsync(query, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        StoreInstruments.IsIdle ? _records.CommitAsync(batch, cancellationToken) : MeasureCommitAsync(batch, cancellationToken);

    private async ValueTask<StoredRecord?> MeasureGetAsync(RecordKey key, CancellationToken cancellationToken)
    {
        var call = StoreCall.Begin(_name, "get", key.Kind?.Name, key.Agency);
        try
        {
            var record = await _records.GetAsync(key, cancellationToken).ConfigureAwait(false);
            call.Tag(StoreInstruments.Rows, record is null ? 0 : 1);
            call.End();
            return record;
        }
        catch (Exception exception)
        {
            call.Fail(exception);
            throw;
        }
    }

    private async ValueTask<IReadOnlyList<StoredRecord?>> MeasureGetManyAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken)
    {
        var call = StoreCall.Begin(_name, "get_many", keys is [var first, ..] ? first.Kind?.Name : null, keys is [var own, ..] ? own.Agency : null);
        try
        {
            var records = await _records.GetManyAsync(keys, cancellationToken).ConfigureAwait(false);
            call.Tag(StoreInstruments.BatchSize, keys.Count);
            call.Tag(StoreInstruments.Rows, records.Count(record => record is not null));
            call.End();
            return records;
        }
        catch (Exception exception)
        {
            call.Fail(exception);
            throw;
        }
    }

    private async ValueTask<RecordPage> MeasureQueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var call = StoreCall.Begin(_name, "query", query?.Kind.Name, query?.Agency);
        try
        {
            var page = await _records.QueryAsync(query!, cancellationToken).ConfigureAwait(false);
            call.Tag(StoreInstruments.Rows, page.Records.Count);
            call.End();
            return page;
        }
        catch (Exception exception)
        {
            call.Fail(exception);
            throw;
        }
    }

    private async ValueTask<CommitResult> MeasureCommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var call = StoreCall.Begin(_name, "commit", Kinds(batch), batch?.Agency);
        try
        {
            var result = await _records.CommitAsync(batch!, cancellationToken).ConfigureAwait(false);
            var status = Word(result.Status);
            call.Tag(StoreInstruments.BatchSize, batch!.Operations.Count);
            if (batch.Audit.Count > 0)
            {
                // What a manager does, in the words of the audit trail.
                call.Tag(StoreInstruments.Actions, string.Join(',', batch.Audit.Select(entry => entry.Action).Distinct(StringComparer.Ordinal)));
            }

            StoreInstruments.Commits.Add(1, new(StoreInstruments.System, _name), new(StoreInstruments.Status, status));
            call.End(status);
            return result;
        }
        catch (Exception exception)
        {
            call.Fail(exception);
            throw;
        }
    }

    // In the order of the alphabet, so that the same set is one time series.
    private static string? Kinds(WriteBatch? batch) => batch?.Operations.Count switch
    {
        null or 0 => null,
        1 => batch.Operations[0].Key.Kind.Name,
        _ => string.Join(',', batch.Operations.Select(operation => operation.Key.Kind.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
    };

    private static string Word(CommitStatus status) => status switch
    {
        CommitStatus.Committed => "committed",
        CommitStatus.Replayed => "replayed",
        CommitStatus.Conflict => "conflict",
        CommitStatus.NotUnique => "not_unique",
        CommitStatus.LimitReached => "limit_reached",
        CommitStatus.KeyReused => "key_reused",
        _ => "unknown",
    };
}
