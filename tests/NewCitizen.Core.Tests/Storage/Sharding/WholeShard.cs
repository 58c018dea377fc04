using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Storage;
using NewCitizen.Storage.Sharding;

namespace NewCitizen.Core.Tests.Storage.Sharding;

/// <summary>Asks the router about one agency and the first shard about all of them.</summary>
internal sealed class WholeShard(ShardedRecordStore store) : IChangeFeed, IBulkLoader
{
    public async ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken)
    {
        if (agency is not null)
        {
            return await store.ReadChangesAsync(agency, after, limit, cancellationToken);
        }

        // Positions as the router tells them, so that the kit can compare them with the answers of commits.
        Assert.True(ShardPositions.TryUnmark(0, after, out var own));
        var page = await store.Shards[0].Changes.ReadChangesAsync(null, own, limit, cancellationToken);
        return new([.. page.Entries.Select(entry => entry with { Position = ShardPositions.Mark(0, entry.Position) })], page.Position == own ? after : ShardPositions.Mark(0, page.Position));
    }

    public ValueTask<BulkResult> LoadAsync(IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken) =>
        store.LoadAsync(records, mode, audit, cancellationToken);

    public ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken) =>
        store.Shards[0].Bulk.LoadAuditAsync(entries, cancellationToken);

    public ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken) =>
        store.ScanAsync(kind, after, limit, cancellationToken);
}
