using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Relays;

/// <summary>Settings of one relay.</summary>
public sealed class RelayOptions
{
    /// <summary>Most entries read at once, 1 to 10,000; 100 unless set. Also how much can come twice after a crash.</summary>
    public int BatchSize { get; set; } = 100;

    /// <summary>How long to wait when there is nothing to do; one second unless set.</summary>
    public Duration PollInterval { get; set; } = Duration.FromSeconds(1);

    /// <summary>Wait after the first failure, doubled after each further one; half a second unless set.</summary>
    public Duration FirstBackoff { get; set; } = Duration.FromMilliseconds(500);

    /// <summary>Longest wait after a failure; one minute unless set.</summary>
    public Duration MaxBackoff { get; set; } = Duration.FromMinutes(1);

    /// <summary>
    /// How long a run of the relay that writes nothing keeps the others waiting; 15 seconds unless set. Saves duplicates only: no gap can
    /// come of two runs at once. Measured on each machine's own steady clock.
    /// </summary>
    public Duration Lease { get; set; } = Duration.FromSeconds(15);

    /// <summary>
    /// Messages refused one after another before the relay takes it for a fault of the address and stops parking; 20 unless set, 0 parks none.
    /// </summary>
    public int MaxParkedInARow { get; set; } = 20;

    /// <summary>Beginning of the CloudEvents source, a URI reference; <c>urn:newcitizen:feed</c> unless set. The id of the feed follows it.</summary>
    public string Source { get; set; } = "urn:newcitizen:feed";

    /// <summary>Which entries to pass on; null for all. Entries of the agency <c>system</c> are never passed on. Must be quick and always answer alike.</summary>
    public Func<ChangeEntry, bool>? Include { get; set; }

    internal void Require()
    {
#pragma warning disable MA0015 // What is out of range is a property of these settings, and named.
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BatchSize, 10_000);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(PollInterval, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(FirstBackoff, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBackoff, FirstBackoff);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Lease, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxParkedInARow);
        ArgumentException.ThrowIfNullOrEmpty(Source);
#pragma warning restore MA0015
    }
}
