using NewCitizen.Agencies;
using NewCitizen.Storage;

namespace NewCitizen.Testing.Conformance;

/// <summary>What the kit was told about a store, so that it knows how far the feed and the trail have to come before they are compared.</summary>
internal sealed class Acknowledged
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AgencyId, (FeedPosition Last, FeedPosition Reached)> _feeds = [];
    private long _auditWrites;
    private long _auditSettled;

    /// <summary>How long to wait for an entry.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The last position an agency's commits were answered with and that its feed was not yet seen to hold; of all agencies if null.</summary>
    public IReadOnlyList<(AgencyId Agency, FeedPosition Position)> Awaited(AgencyId? agency)
    {
        lock (_gate)
        {
            return
            [
                .. _feeds.Where(feed => feed.Value.Last > feed.Value.Reached && (agency is null || feed.Key == agency || feed.Key == Settling.Marker))
                    .Select(feed => (feed.Key, feed.Value.Last)),
            ];
        }
    }

    /// <summary>Number to hand to <see cref="AuditSettledUpTo"/>; null if nothing was written since.</summary>
    public long? AuditAwaited
    {
        get
        {
            lock (_gate)
            {
                return _auditWrites > _auditSettled ? _auditWrites : null;
            }
        }
    }

    public void Note(WriteBatch batch, CommitResult result)
    {
        lock (_gate)
        {
            var (last, reached) = _feeds.GetValueOrDefault(batch.Agency);
            if (result.Status == CommitStatus.Committed && result.Position > last)
            {
                _feeds[batch.Agency] = (result.Position, reached);
            }

            _auditWrites += batch.Audit.Count;
        }
    }

    public void NoteAudit()
    {
        lock (_gate)
        {
            _auditWrites++;
        }
    }

    public void FeedReached(AgencyId agency, FeedPosition position)
    {
        lock (_gate)
        {
            var (last, reached) = _feeds.GetValueOrDefault(agency);
            _feeds[agency] = (last, position > reached ? position : reached);
        }
    }

    public void AuditSettledUpTo(long writes)
    {
        lock (_gate)
        {
            _auditSettled = Math.Max(_auditSettled, writes);
        }
    }
}
