using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;
using NodaTime;

namespace NewCitizen.Testing.Faults;

/// <summary>
/// A store that fails as the contract allows (故障存储): before a call, after it took effect, by a lost answer, by cancellation, by delay.
/// Put it between a store and what uses it to see whether the user retries rightly and the effect is there once.
/// </summary>
/// <param name="inner">The store that does the work.</param>
/// <param name="plan">Which calls fail.</param>
public sealed class FaultingStore(StoreUnderTest inner, FaultPlan plan)
    : IRecordStore, IChangeFeed, IAuditTrail, IBulkLoader, ISchemaManager, IStoreMaintenance
{
    /// <inheritdoc/>
    public StoreCapabilities Capabilities => inner.Records.Capabilities;

    /// <inheritdoc/>
    public IReadOnlyList<SchemaScript> Scripts => inner.Schema.Scripts;

    /// <inheritdoc/>
    public ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken) =>
        ReadAsync(token => inner.Records.GetAsync(key, token), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRecord?>> GetManyAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken) =>
        ReadAsync(token => inner.Records.GetManyAsync(keys, token), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken) =>
        ReadAsync(token => inner.Records.QueryAsync(query, token), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        RunAsync(token => inner.Records.CommitAsync(batch, token), CommitResult.Unknown, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken) =>
        ReadAsync(token => inner.Changes.ReadChangesAsync(agency, after, limit, token), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<FeedPage<StoredAuditEntry>> ReadAuditAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken) =>
        ReadAsync(token => inner.Audit.ReadAuditAsync(agency, after, limit, token), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken) =>
        WriteAsync(token => inner.Bulk.LoadAsync(records, mode, audit, token), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken) =>
        WriteAsync(token => inner.Bulk.LoadAuditAsync(entries, token), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken) =>
        ReadAsync(token => inner.Bulk.ScanAsync(kind, after, limit, token), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SchemaReport> PrepareAsync(SchemaMode mode, CancellationToken cancellationToken) =>
        WriteAsync(token => inner.Schema.PrepareAsync(mode, token), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SchemaReport> InspectAsync(CancellationToken cancellationToken) => ReadAsync(inner.Schema.InspectAsync, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Guid>> PurgeAsync(PurgeRequest request, Func<int, AuditEntry> audit, CancellationToken cancellationToken) =>
        WriteAsync(token => inner.Maintenance.PurgeAsync(request, audit, token), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask TrimChangesAsync(FeedPosition upTo, CancellationToken cancellationToken) => await WriteAsync(
        async token =>
        {
            await inner.Maintenance.TrimChangesAsync(upTo, token).ConfigureAwait(false);
            return true;
        },
        cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask<long> ForgetRequestKeysAsync(Instant before, CancellationToken cancellationToken) =>
        WriteAsync(token => inner.Maintenance.ForgetRequestKeysAsync(before, token), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoreCheck> CheckAsync(CancellationToken cancellationToken) => ReadAsync(inner.Maintenance.CheckAsync, cancellationToken);

    private ValueTask<T> ReadAsync<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken) =>
        RunAsync(call, () => throw new StoreUnavailableException(StorageErrors.Unavailable), cancellationToken);

    private ValueTask<T> WriteAsync<T>(Func<CancellationToken, ValueTask<T>> call, CancellationToken cancellationToken) =>
        RunAsync(call, () => throw new NewCitizenException(StorageErrors.OutcomeUnknown), cancellationToken);

    private async ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> call, Func<T> unknown, CancellationToken cancellationToken)
    {
        switch (plan.Next())
        {
            case FaultKind.Delayed:
                await Task.Delay(2, cancellationToken).ConfigureAwait(false);
                return await call(cancellationToken).ConfigureAwait(false);

            case FaultKind.Unavailable:
                throw new StoreUnavailableException(StorageErrors.Unavailable);

            case FaultKind.CancelledBefore:
                throw new OperationCanceledException();

            case FaultKind.CancelledDuring:
                using (var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
                {
                    var running = call(source.Token);
                    await source.CancelAsync().ConfigureAwait(false);
                    return await running.ConfigureAwait(false);
                }

            case FaultKind.CancelledAfter:
                await call(cancellationToken).ConfigureAwait(false);
                throw new OperationCanceledException();

            case FaultKind.UnknownBefore:
                return unknown();

            case FaultKind.UnknownAfter:
                await call(cancellationToken).ConfigureAwait(false);
                return unknown();

            default:
                return await call(cancellationToken).ConfigureAwait(false);
        }
    }
}
