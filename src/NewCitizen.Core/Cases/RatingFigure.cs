using NewCitizen.Centres;
using NewCitizen.Services;

namespace NewCitizen.Cases;

/// <summary>How many people rated a group of services how (评价统计), for a month that is over; never fewer than five people.</summary>
/// <param name="Item">The item; null in a list by windows, and for the rest.</param>
/// <param name="Centre">The centre; null in a list by items, online, and for the rest.</param>
/// <param name="Window">The window, likewise.</param>
/// <param name="IsRest">Whether it is what remains: groups too small to be shown, with the smallest of the others if they are too few together.</param>
/// <param name="Counts">How many of each level, from 1 (very dissatisfied) to 5 (very satisfied).</param>
public sealed record RatingFigure(ServiceItemId? Item, ServiceCentreId? Centre, string? Window, bool IsRest, IReadOnlyList<int> Counts)
{
    /// <summary>How many people rated.</summary>
    public int Total => Counts.Sum();
}
