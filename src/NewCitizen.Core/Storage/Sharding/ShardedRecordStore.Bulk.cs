using System.Threading.Channels;
using NewCitizen.Audit;
using NewCitizen.Errors;

namespace NewCitizen.Storage.Sharding;

public sealed partial class ShardedRecordStore
{
    private const int LoadAhead = 2000;

    /// <inheritdoc/>
    /// <remarks>Each shard loads its own chunks, side by side; the order of refusals is kept inside a shard. The audit entry of a chunk is kept with the chunk: one made out to
    /// an agency of another shard is in the trail of the shard, not in that of the agency.</remarks>
    public async ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records, BulkMode mode, Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(audit);
        cancellationToken.ThrowIfCancellationRequested();
        if (Shards.Count == 1)
        {
            return await Shards[0].Bulk.LoadAsync(records, mode, audit, cancellationToken).ConfigureAwait(false);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var lanes = new Dictionary<StoreShard, (Channel<StoredRecord> Records, Task<BulkResult> Load)>();
        try
        {
            await foreach (var record in records.WithCancellation(stop.Token).ConfigureAwait(false))
            {
                var shard = Route(record.Key.Agency, record.Key.Kind).Shard;
                if (!lanes.TryGetValue(shard, out var lane))
                {
                    var channel = Channel.CreateBounded<StoredRecord>(LoadAhead);
                    lane = (channel, LoadLaneAsync(shard, channel));
                    lanes.Add(shard, lane);
                }

                await lane.Records.Writer.WriteAsync(record, stop.Token).ConfigureAwait(false);
            }

            foreach (var lane in lanes.Values)
            {
                lane.Records.Writer.Complete();
            }
        }
        catch (Exception failure)
        {
            await stop.CancelAsync().ConfigureAwait(false);
            var loads = lanes.Values.Select(lane => lane.Load).ToList();
            await Task.WhenAll(loads.Select(load => load.ContinueWith(_ => { }, TaskScheduler.Default))).ConfigureAwait(false);

            // A shard that failed stopped the others; say why it failed, not that the rest was stopped.
            if (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested && loads.Find(load => load.IsFaulted) is { } first)
            {
                await first.ConfigureAwait(false);
            }

            throw;
        }

        var results = await Task.WhenAll(lanes.Values.Select(lane => lane.Load)).ConfigureAwait(false);
        return new BulkResult(results.Sum(result => result.Loaded), [.. results.SelectMany(result => result.Refused)]);

        async Task<BulkResult> LoadLaneAsync(StoreShard shard, Channel<StoredRecord> lane)
        {
            try
            {
                return await shard.Bulk.LoadAsync(lane.Reader.ReadAllAsync(stop.Token), mode, audit, stop.Token).ConfigureAwait(false);
            }
            catch
            {
                await stop.CancelAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="NewCitizenException">NC3030: several shards; a trail belongs to one of them.</exception>
    public ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken) =>
        Shards.Count == 1 ? Shards[0].Bulk.LoadAuditAsync(entries, cancellationToken) : throw new NewCitizenException(StorageErrors.AcrossShards);

    /// <inheritdoc/>
    /// <remarks>What a moved agency left behind on its old shard is not part of the answer.</remarks>
    /// <exception cref="NewCitizenException">NC3030: checkpoints or seals of several shards.</exception>
    public async ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxFeedPage);
        if (Shards.Count == 1)
        {
            return await Shards[0].Bulk.ScanAsync(kind, after, limit, cancellationToken).ConfigureAwait(false);
        }

        if (kind.Name == ShardSeals.Kind.Name || kind.Name == AuditCheckpoints.Kind.Name)
        {
            throw new NewCitizenException(StorageErrors.AcrossShards);
        }

        var pages = await Task.WhenAll(Shards.Select(shard => ScanOwnAsync(shard, kind, after, limit, cancellationToken))).ConfigureAwait(false);

        // A page that was cut short says nothing about what comes behind its end: the merged page ends there as well.
        var merged = pages.SelectMany(page => page.Records).OrderBy(record => record.Key, RecordKeyOrder.Instance).Take(limit);
        return pages.Where(page => page.CutAt is not null).Select(page => page.CutAt!.Value).Order(RecordKeyOrder.Instance).Select(key => (RecordKey?)key).FirstOrDefault() is { } end
            ? [.. merged.TakeWhile(record => RecordKeyOrder.Instance.Compare(record.Key, end) <= 0)]
            : [.. merged];
    }

    private async Task<(List<StoredRecord> Records, RecordKey? CutAt)> ScanOwnAsync(StoreShard shard, RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken)
    {
        var own = new List<StoredRecord>();
        while (true)
        {
            var page = await shard.Bulk.ScanAsync(kind, after, limit, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return (own, null);
            }

            own.AddRange(page.Where(record => Route(record.Key.Agency).Shard == shard));
            after = page[^1].Key;
            if (own.Count > 0)
            {
                return (own, after);
            }
        }
    }
}
