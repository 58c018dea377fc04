using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Relays;

/// <summary>How a relay stands; for health checks and figures. Holds no personal value.</summary>
/// <param name="Name">Name of the relay.</param>
/// <param name="State">What this process' run of it is doing.</param>
/// <param name="Position">Up to where all was delivered.</param>
/// <param name="Behind">Entries waiting to be delivered, as last counted.</param>
/// <param name="BehindIsAtLeast">Whether counting stopped at <paramref name="Behind"/>.</param>
/// <param name="WaitingSince">Since when this process knows of the oldest entry that waits; null if none does. The entry may be older: a feed holds no times.</param>
/// <param name="Failures">Failures one after another, 0 when the last delivery went well.</param>
/// <param name="LastFailure">Short code of the last failure, null when the last delivery went well.</param>
/// <param name="Delivered">Messages this process delivered since it started.</param>
/// <param name="Parked">Messages this process parked since it started.</param>
public sealed record RelayStatus(
    string Name,
    RelayState State,
    FeedPosition Position,
    long Behind,
    bool BehindIsAtLeast,
    Instant? WaitingSince,
    int Failures,
    string? LastFailure,
    long Delivered,
    long Parked)
{
    /// <summary>How long the oldest entry that waits has been known; zero if none waits.</summary>
    /// <param name="now">The moment to count to.</param>
    public Duration Age(Instant now) => WaitingSince is { } since && now > since ? now - since : Duration.Zero;
}
