using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.InMemory;

public sealed partial class InMemoryRecordStore
{
    private const int MaxFeedPage = 10_000;

    private readonly List<ChangeEntry> _changes = [];
    private readonly List<StoredAuditEntry> _audit = [];
    private long _lastChange;
    private FeedPosition _trimmed;

    /// <inheritdoc/>
    public ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken)
    {
        RequireLimit(limit);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return after < _trimmed
                ? throw new NewCitizenException(StorageErrors.FeedTrimmed)
                : ValueTask.FromResult(Page(_changes, entry => entry.Position, entry => agency is null || entry.Agency == agency, after, limit));
        }
    }

    /// <inheritdoc/>
    public ValueTask<FeedPage<StoredAuditEntry>> ReadAuditAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken)
    {
        RequireLimit(limit);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(Page(_audit, entry => entry.Position, entry => agency is null || entry.Entry.Agency == agency, after, limit));
        }
    }

    private static void RequireLimit(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxFeedPage);
    }

    private static FeedPage<T> Page<T>(List<T> all, Func<T, FeedPosition> position, Func<T, bool> wanted, FeedPosition after, int limit)
    {
        var entries = all.Where(entry => position(entry) > after).Where(wanted).Take(limit).ToList();
        return new FeedPage<T>(entries, entries.Count == 0 ? after : position(entries[^1]));
    }

    private static ChangeEntry Entry(ChangeType type, RecordKey key, long version) =>
        new(FeedPosition.Start, type, key.Agency, key.Kind.Name, key.Id, version, EventType: null, Payload: default);

    private FeedPosition Append(List<ChangeEntry> changes)
    {
        foreach (var change in changes)
        {
            _changes.Add(change with { Position = new FeedPosition(0, ++_lastChange) });
        }

        return changes.Count == 0 ? FeedPosition.Start : _changes[^1].Position;
    }

    private void Append(AuditEntry entry)
    {
        var whole = entry with { At = Instant.FromUnixTimeMilliseconds(entry.At.ToUnixTimeMilliseconds()) };
        var last = AuditEnd;
        _audit.Add(new StoredAuditEntry(new FeedPosition(last.Epoch, last.Sequence + 1), whole, AuditHash.Compute(whole)));
    }
}
