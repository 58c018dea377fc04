using NodaTime;

namespace NewCitizen.Centres;

/// <summary>A stretch of a day in which a place is open (开放时段). Local time in Asia/Shanghai, in whole minutes.</summary>
/// <param name="From">First moment open.</param>
/// <param name="Until">First moment closed; after <paramref name="From"/>, never past midnight.</param>
public readonly record struct OpenPeriod(LocalTime From, LocalTime Until)
{
    /// <summary>Whether a stretch of time lies within.</summary>
    public bool Covers(LocalTime from, LocalTime until) => From <= from && until <= Until;
}
