namespace NewCitizen.Core.Tests.Relays;

/// <summary>Steady time that moves only when told.</summary>
internal sealed class SteadyTime : TimeProvider
{
    private long _ticks = 1;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
