using NodaTime;

namespace NewCitizen.Telemetry;

/// <summary>How far a reader of the change feed is behind.</summary>
/// <param name="Reader">Name of the reader.</param>
/// <param name="Entries">Entries it has not handled yet; counted to <see cref="StoreMonitor.MaxCounted"/>.</param>
/// <param name="Waiting">How long this process has seen the oldest of them waiting; zero when there is none or it was seen just now.</param>
public sealed record FeedLag(string Reader, int Entries, Duration Waiting);
