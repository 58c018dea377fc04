using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Storage;
using NewCitizen.Testing.InMemory;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.Testing.Tests.Broken;

/// <summary>The reference store with one thing made wrong by a subclass, as a store author might get it wrong.</summary>
internal abstract class BrokenStore : IRecordStore, IChangeFeed, IAuditTrail, IBulkLoader, ISchemaManager, IStoreMaintenance
{
    protected InMemoryRecordStore Inner { get; } = new(new FakeClock(Instant.FromUtc(2026, 3, 2, 1, 0)));

    public virtual StoreCapabilities Capabilities => Inner.Capabilities;

    public virtual IReadOnlyList<SchemaScript> Scripts => Inner.Scripts;

    /// <summary>Where the kit fails or holds a write transaction.</summary>
    public virtual Action? OnStep
    {
        set => Inner.OnStep = value;
    }

    public virtual ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken) => Inner.GetAsync(key, cancellationToken);

    public virtual ValueTask<IReadOnlyList<StoredRecord?>> GetManyAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken) =>
        Inner.GetManyAsync(keys, cancellationToken);

    public virtual ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken) => Inner.QueryAsync(query, cancellationToken);

    public virtual ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken) => Inner.CommitAsync(batch, cancellationToken);

    public virtual ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken) =>
        Inner.ReadChangesAsync(agency, after, limit, cancellationToken);

    public virtual ValueTask<FeedPage<StoredAuditEntry>> ReadAuditAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken) =>
        Inner.ReadAuditAsync(agency, after, limit, cancellationToken);

    public virtual ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken) =>
        Inner.LoadAsync(records, mode, audit, cancellationToken);

    public virtual ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken) =>
        Inner.LoadAuditAsync(entries, cancellationToken);

    public virtual ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken) =>
        Inner.ScanAsync(kind, after, limit, cancellationToken);

    public virtual ValueTask<SchemaReport> PrepareAsync(SchemaMode mode, CancellationToken cancellationToken) => Inner.PrepareAsync(mode, cancellationToken);

    public virtual ValueTask<SchemaReport> InspectAsync(CancellationToken cancellationToken) => Inner.InspectAsync(cancellationToken);

    public virtual ValueTask<IReadOnlyList<Guid>> PurgeAsync(PurgeRequest request, Func<int, AuditEntry> audit, CancellationToken cancellationToken) =>
        Inner.PurgeAsync(request, audit, cancellationToken);

    public virtual ValueTask TrimChangesAsync(FeedPosition upTo, CancellationToken cancellationToken) => Inner.TrimChangesAsync(upTo, cancellationToken);

    public virtual ValueTask<long> ForgetRequestKeysAsync(Instant before, CancellationToken cancellationToken) => Inner.ForgetRequestKeysAsync(before, cancellationToken);

    public virtual ValueTask<StoreCheck> CheckAsync(CancellationToken cancellationToken) => Inner.CheckAsync(cancellationToken);
}
