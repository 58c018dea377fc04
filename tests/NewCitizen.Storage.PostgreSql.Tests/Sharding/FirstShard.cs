using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Storage.Sharding;

namespace NewCitizen.Storage.PostgreSql.Tests.Sharding;

/// <summary>Asks the router about one agency and the first shard about all of them, in positions as the router tells them.</summary>
internal sealed class FirstShard(ShardedRecordStore store) : IChangeFeed, IBulkLoader
{
    private const long First = 1L << 48;

    public async ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken)
    {
        if (agency is not null)
        {
            return await store.ReadChangesAsync(agency, after, limit, cancellationToken);
        }

        var page = await store.Shards[0].Changes.ReadChangesAsync(null, after == FeedPosition.Start ? after : after with { Epoch = after.Epoch - First }, limit, cancellationToken);
        return new([.. page.Entries.Select(entry => entry with { Position = Mark(entry.Position) })], Mark(page.Position));
    }

    public ValueTask<BulkResult> LoadAsync(IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken) =>
        store.LoadAsync(records, mode, audit, cancellationToken);

    public ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken) =>
        store.Shards[0].Bulk.LoadAuditAsync(entries, cancellationToken);

    public ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken) =>
        store.ScanAsync(kind, after, limit, cancellationToken);

    private static FeedPosition Mark(FeedPosition position) => position == FeedPosition.Start ? position : position with { Epoch = position.Epoch + First };
}
