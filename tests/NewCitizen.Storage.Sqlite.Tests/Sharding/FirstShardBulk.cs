using NewCitizen.Audit;
using NewCitizen.Storage.Sharding;

namespace NewCitizen.Storage.Sqlite.Tests.Sharding;

/// <summary>Records through the router; a trail belongs to a shard.</summary>
internal sealed class FirstShardBulk(ShardedRecordStore store) : IBulkLoader
{
    public ValueTask<BulkResult> LoadAsync(IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken) =>
        store.LoadAsync(records, mode, audit, cancellationToken);

    public ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken) =>
        store.Shards[0].Bulk.LoadAuditAsync(entries, cancellationToken);

    public ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken) =>
        store.ScanAsync(kind, after, limit, cancellationToken);
}
