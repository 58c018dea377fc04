using NewCitizen.Storage;

namespace NewCitizen.Testing.Conformance;

/// <summary>What the kit was told about a store, so that it knows how far the feed and the trail have to come before they are compared.</summary>
internal sealed class Acknowledged
{
    private readonly Lock _gate = new();
    private FeedPosition _last;
    private FeedPosition _reached;
    private long _auditWrites;
    private long _auditSettled;

    /// <summary>How long to wait for an entry.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The last position a commit was answered with and that the feed was not yet seen to hold; null if there is none.</summary>
    public FeedPosition? Awaited
    {
        get
        {
            lock (_gate)
            {
                return _last > _reached ? _last : null;
            }
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
            if (result.Status == CommitStatus.Committed && result.Position > _last)
            {
                _last = result.Position;
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

    public void FeedReached(FeedPosition position)
    {
        lock (_gate)
        {
            _reached = position > _reached ? position : _reached;
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
