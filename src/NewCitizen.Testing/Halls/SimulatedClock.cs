using NodaTime;

namespace NewCitizen.Testing.Halls;

/// <summary>A clock that stands until the next event.</summary>
internal sealed class SimulatedClock(Instant start) : IClock
{
    public Instant Now { get; set; } = start;

    public Instant GetCurrentInstant() => Now;
}
