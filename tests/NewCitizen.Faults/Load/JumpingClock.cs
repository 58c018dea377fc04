using NodaTime;

namespace NewCitizen.Faults.Load;

/// <summary>A clock that is set back and forth by up to 400 days every few hundred readings.</summary>
internal sealed class JumpingClock : IClock
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(20261122);
    private Duration _offset;
    private int _readings;

    public Instant GetCurrentInstant()
    {
        lock (_gate)
        {
            if (_readings++ % 300 == 0)
            {
                _offset = Duration.FromHours(_random.Next(-400 * 24, 400 * 24));
            }

            return SystemClock.Instance.GetCurrentInstant() + _offset;
        }
    }
}
