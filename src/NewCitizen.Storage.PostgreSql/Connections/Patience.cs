namespace NewCitizen.Storage.PostgreSql.Connections;

/// <summary>Waits between attempts, longer each time, until a limit is reached.</summary>
internal sealed class Patience(TimeSpan limit)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private TimeSpan _next = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits; false if the limit is reached.</summary>
    public async ValueTask<bool> WaitAsync(CancellationToken cancellationToken)
    {
        if (TimeProvider.System.GetElapsedTime(_began) + _next > limit)
        {
            return false;
        }

        await Task.Delay(_next, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        _next = _next * 2 < s_longest ? _next * 2 : s_longest;
        return true;
    }
}
