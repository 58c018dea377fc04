using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Storage;
using NewCitizen.Testing.InMemory;
using NodaTime;

namespace NewCitizen.Testing.Tests.Broken;

/// <summary>A store with one call replaced.</summary>
internal sealed class Twisted : BrokenStore
{
    public delegate ValueTask<BulkResult> Loading(
        InMemoryRecordStore inner, IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken);

    public Func<StoreCapabilities, StoreCapabilities>? Claim { get; init; }

    public IReadOnlyList<SchemaScript>? Named { get; init; }

    public Func<InMemoryRecordStore, WriteBatch, CancellationToken, ValueTask<CommitResult>>? Commit { get; init; }

    public Func<InMemoryRecordStore, RecordQuery, CancellationToken, ValueTask<RecordPage>>? Query { get; init; }

    public Func<InMemoryRecordStore, AgencyId?, FeedPosition, int, ValueTask<FeedPage<ChangeEntry>>>? Feed { get; init; }

    public Func<InMemoryRecordStore, AgencyId?, FeedPosition, int, ValueTask<FeedPage<StoredAuditEntry>>>? Trail { get; init; }

    public Loading? Load { get; init; }

    public Func<InMemoryRecordStore, PurgeRequest, Func<int, AuditEntry>, CancellationToken, ValueTask<IReadOnlyList<Guid>>>? Purge { get; init; }

    public Func<InMemoryRecordStore, ValueTask<SchemaReport>>? Prepare { get; init; }

    public Func<InMemoryRecordStore, Instant, ValueTask<long>>? Forget { get; init; }

    public Func<StoreCheck, StoreCheck>? Check { get; init; }

    public override StoreCapabilities Capabilities => Claim is null ? base.Capabilities : Claim(base.Capabilities);

    public override IReadOnlyList<SchemaScript> Scripts => Named ?? base.Scripts;

    public override ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        Commit is null ? base.CommitAsync(batch, cancellationToken) : Commit(Inner, batch, cancellationToken);

    public override ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken) =>
        Query is null ? base.QueryAsync(query, cancellationToken) : Query(Inner, query, cancellationToken);

    public override ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken) =>
        Feed is null ? base.ReadChangesAsync(agency, after, limit, cancellationToken) : Feed(Inner, agency, after, limit);

    public override ValueTask<FeedPage<StoredAuditEntry>> ReadAuditAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken) =>
        Trail is null ? base.ReadAuditAsync(agency, after, limit, cancellationToken) : Trail(Inner, agency, after, limit);

    public override ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken) =>
        Load is null ? base.LoadAsync(records, mode, audit, cancellationToken) : Load(Inner, records, mode, audit, cancellationToken);

    public override ValueTask<IReadOnlyList<Guid>> PurgeAsync(PurgeRequest request, Func<int, AuditEntry> audit, CancellationToken cancellationToken) =>
        Purge is null ? base.PurgeAsync(request, audit, cancellationToken) : Purge(Inner, request, audit, cancellationToken);

    public override ValueTask<SchemaReport> PrepareAsync(SchemaMode mode, CancellationToken cancellationToken) =>
        Prepare is null ? base.PrepareAsync(mode, cancellationToken) : Prepare(Inner);

    public override ValueTask<long> ForgetRequestKeysAsync(Instant before, CancellationToken cancellationToken) =>
        Forget is null ? base.ForgetRequestKeysAsync(before, cancellationToken) : Forget(Inner, before);

    public override async ValueTask<StoreCheck> CheckAsync(CancellationToken cancellationToken)
    {
        var check = await base.CheckAsync(cancellationToken);
        return Check is null ? check : Check(check);
    }
}
