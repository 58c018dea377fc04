using NewCitizen.Storage;

namespace NewCitizen.Relays;

/// <summary>What a trim of the feed did.</summary>
/// <param name="UpTo">Entries up to and with this one are gone; <see cref="FeedPosition.Start"/> if none.</param>
/// <param name="HeldBy">The slowest relay, or one that has no position yet; null when there is no relay at all, in which case nothing is trimmed.</param>
public sealed record FeedTrim(FeedPosition UpTo, string? HeldBy);
