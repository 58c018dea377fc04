namespace NewCitizen.Testing.Histories;

/// <summary>Records what concurrent clients did and saw (历史记录). Thread-safe.</summary>
public sealed class History
{
    private readonly Lock _gate = new();
    private readonly List<HistoryOperation> _operations = [];
    private long _clock;

    /// <summary>What was recorded so far, in the order of the answers.</summary>
    public IReadOnlyList<HistoryOperation> Operations
    {
        get
        {
            lock (_gate)
            {
                return [.. _operations];
            }
        }
    }

    /// <summary>A moment for <see cref="HistoryOperation.Invoked"/>: take it before the call.</summary>
    public long Now() => Interlocked.Increment(ref _clock);

    /// <summary>Records an operation; take the call's end as its second moment.</summary>
    /// <param name="client">Who.</param>
    /// <param name="invoked">The moment before the call.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="reads">What it saw, and the versions it demanded.</param>
    /// <param name="writes">What it wrote.</param>
    public void Add(int client, long invoked, HistoryOutcome outcome, IReadOnlyList<HistoryRead> reads, IReadOnlyList<HistoryWrite> writes)
    {
        var completed = Now();
        lock (_gate)
        {
            _operations.Add(new HistoryOperation(client, invoked, completed, outcome, reads, writes));
        }
    }

    /// <summary>Looks for anomalies; empty if some order of the operations explains everything that was seen.</summary>
    public IReadOnlyList<HistoryAnomaly> Check() => HistoryChecker.Check(Operations);
}
