namespace NewCitizen.Faults.Checking;

/// <summary>What the checker found after the faults.</summary>
/// <param name="Durable">Visits in the store.</param>
/// <param name="Acknowledged">Visits a writer was told of.</param>
/// <param name="Full">Requests refused because no seat was left.</param>
/// <param name="Lost">Acknowledged and not there.</param>
/// <param name="Doubled">Counted more or less often than once, refused and yet there, or answered wrongly.</param>
/// <param name="Gaps">Feed entries missing, repeated or out of order, for a reader that was there all the time or for one that comes later; versions left out.</param>
/// <param name="Overbooked">Seats beyond the capacity.</param>
/// <param name="Outage">Longest time in which no writer was told of a visit.</param>
internal sealed record Verdict(long Durable, long Acknowledged, long Full, long Lost, long Doubled, long Gaps, long Overbooked, TimeSpan Outage)
{
    public bool IsClean => Lost == 0 && Doubled == 0 && Gaps == 0 && Overbooked == 0;

    public static Verdict operator +(Verdict a, Verdict b) => new(
        a.Durable + b.Durable,
        a.Acknowledged + b.Acknowledged,
        a.Full + b.Full,
        a.Lost + b.Lost,
        a.Doubled + b.Doubled,
        a.Gaps + b.Gaps,
        a.Overbooked + b.Overbooked,
        a.Outage > b.Outage ? a.Outage : b.Outage);
}
