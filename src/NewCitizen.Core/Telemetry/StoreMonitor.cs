using System.Collections.Concurrent;
using NewCitizen.Audit;
using NewCitizen.Storage;
using NewCitizen.Storage.Sharding;
using NodaTime;

namespace NewCitizen.Telemetry;

/// <summary>Looks how a store and those who follow it are doing (运行监测): for health checks and metrics. Each look is a few short reads. Thread-safe.</summary>
public sealed class StoreMonitor
{
    /// <summary>Most entries a look counts.</summary>
    public const int MaxCounted = 10_000;

    private readonly ConcurrentDictionary<string, (FeedPosition Handled, Instant Since)> _waiting = new(StringComparer.Ordinal);
    private readonly IRecordStore _store;
    private readonly IChangeFeed _feed;
    private readonly IReadOnlyList<(IRecordStore Records, IAuditTrail Trail)> _logs;
    private readonly IClock _clock;
    private readonly IReadOnlyList<IChangeFeedReader> _readers;

    /// <summary>Usually made by the container.</summary>
    public StoreMonitor(IRecordStore store, IChangeFeed feed, IAuditTrail trail, IEnumerable<IChangeFeedReader> readers, IClock clock, IStoreShards? shards = null)
    {
        // Over shards: each has its own log; readers of the feed tell the position of the first.
        _logs = shards is null ? [(store, trail)] : [.. shards.Shards.Select(shard => (shard.Records, shard.Audit))];
        _store = store;
        _feed = shards is null ? feed : shards.Shards[0].Changes;
        _clock = clock;
        _readers = [.. readers];
    }

    /// <summary>
    /// Proves that the store reads and would write: one read, and one commit that only checks that a record is missing. The commit takes the way
    /// of every write up to the last step, but leaves nothing behind, neither a record nor an entry of the feed.
    /// </summary>
    /// <exception cref="StoreUnavailableException">It does not.</exception>
    public async ValueTask ProbeAsync(CancellationToken cancellationToken)
    {
        var key = new RecordKey(StoreLeases.Agency, StoreLeases.Kind, StoreLeases.IdOf("probe"));
        await _store.GetAsync(key, cancellationToken).ConfigureAwait(false);
        var result = await _store.CommitAsync(new WriteBatch(key.Agency).Check(key.Kind, key.Id, ExpectedVersion.Any), cancellationToken).ConfigureAwait(false);
        if (!result.IsDurable)
        {
            throw new StoreUnavailableException(StorageErrors.OutcomeUnknown);
        }
    }

    /// <summary>What the sequencer has not signed yet.</summary>
    /// <exception cref="AuditException">The last checkpoint cannot be read.</exception>
    public async ValueTask<AuditWindow> ReadAuditWindowAsync(CancellationToken cancellationToken)
    {
        var entries = 0;
        var age = Duration.Zero;
        foreach (var (records, trail) in _logs)
        {
            var last = await AuditCheckpoints.ReadLastAsync(records, cancellationToken).ConfigureAwait(false);
            var open = await trail.ReadAuditAsync(agency: null, last?.Position ?? FeedPosition.Start, MaxCounted, cancellationToken).ConfigureAwait(false);
            if (open.Entries is [var oldest, ..])
            {
                entries += open.Entries.Count;
                age = Duration.Max(age, _clock.GetCurrentInstant() - oldest.Entry.At);
            }
        }

        return new AuditWindow(entries, age);
    }

    /// <summary>
    /// How far each registered reader of the feed is behind. Entries bear no time, so a reader's wait counts from when this process first saw it
    /// stand at its position with something left to do. Records of the agency <c>system</c> do not count.
    /// </summary>
    public async ValueTask<IReadOnlyList<FeedLag>> ReadFeedLagsAsync(CancellationToken cancellationToken)
    {
        var lags = new List<FeedLag>(_readers.Count);
        foreach (var reader in _readers)
        {
            var handled = await reader.ReadHandledAsync(cancellationToken).ConfigureAwait(false);
            var page = await _feed.ReadChangesAsync(agency: null, handled, MaxCounted, cancellationToken).ConfigureAwait(false);

            // What jobs and relays note about themselves goes to nobody, and a relay that noted its place would never be done.
            var waiting = page.Entries.Count(entry => entry.Agency != StoreLeases.Agency);
            if (waiting == 0)
            {
                _waiting.TryRemove(reader.Name, out _);
                lags.Add(new FeedLag(reader.Name, 0, Duration.Zero));
                continue;
            }

            var now = _clock.GetCurrentInstant();
            var (_, since) = _waiting.AddOrUpdate(reader.Name, (handled, now), (_, seen) => seen.Handled == handled ? seen : (handled, now));
            lags.Add(new FeedLag(reader.Name, waiting, Duration.Max(Duration.Zero, now - since)));
        }

        return lags;
    }
}
