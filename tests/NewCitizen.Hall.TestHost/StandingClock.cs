using NodaTime;

namespace NewCitizen.Hall.TestHost;

/// <summary>A clock that stands where the test put it.</summary>
internal sealed class StandingClock(Instant instant) : IClock
{
    public Instant GetCurrentInstant() => instant;
}
