using NodaTime;

namespace NewCitizen.Relays;

/// <summary>Waits that double, up to a maximum, between half and the whole of the full length so that many relays do not come back at once.</summary>
internal sealed class RelayBackoff(RelayOptions options, Guid holder)
{
    private const int Steps = 1024;

    public int Failures { get; private set; }

    public void Reset() => Failures = 0;

    public Duration Next(Duration? retryAfter)
    {
        Failures++;
        var full = options.MaxBackoff;
        for (var (wait, n) = (options.FirstBackoff, 1); wait < full; wait += wait, n++)
        {
            if (n == Failures)
            {
                full = wait;
                break;
            }
        }

        // Spread by who we are, not by chance: runs differ, tests repeat.
        var share = (uint)HashedId.Of($"backoff/{holder:N}/{Failures}").GetHashCode() % Steps;
        var jittered = full / 2 + full / 2 * share / Steps;
        return retryAfter is { } asked && asked > jittered ? Duration.Min(asked, options.MaxBackoff) : jittered;
    }
}
