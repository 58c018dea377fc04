using System.Collections.Concurrent;

namespace NewCitizen.Benchmarks.Portals;

/// <summary>What all visitors saw.</summary>
internal sealed class PortalTally
{
    private static int s_people;
    private int _booked;

    /// <summary>Time of each page, redirects included.</summary>
    public ConcurrentBag<double> Milliseconds { get; } = [];

    public ConcurrentBag<string> Errors { get; } = [];

    public int Booked
    {
        get => _booked;
        init => _booked = value;
    }

    public void CountBooking() => Interlocked.Increment(ref _booked);

    /// <summary>The identity number of somebody who was not there before; its region was never given out.</summary>
    public static string NextNumber()
    {
        var n = Interlocked.Increment(ref s_people);
        var body = $"419900{new DateOnly(1950, 1, 1).AddDays(n / 900):yyyyMMdd}{100 + (n % 900)}";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return body + "10X98765432"[body.Select((digit, i) => (digit - '0') * weights[i]).Sum() % 11];
    }
}
