using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Queues;

/// <summary>A window as <see cref="WaitEstimator"/> sees it.</summary>
/// <param name="Code">Its label.</param>
/// <param name="Items">Items it handles.</param>
/// <param name="IsPriorityLane">Whether it calls priority classes first.</param>
/// <param name="Staffed">When it calls people from now on, in order and apart; none if not any more.</param>
/// <param name="BusySince">When whoever is there was called; null while free.</param>
/// <param name="BusyGroup">Line of whoever is there; null while free.</param>
/// <param name="BusyItem">First item of whoever is there; null while free.</param>
public sealed record WaitWindow(
    string Code, IReadOnlyList<ServiceItemId> Items, bool IsPriorityLane, IReadOnlyList<Interval> Staffed, Instant? BusySince = null, string? BusyGroup = null, ServiceItemId? BusyItem = null);
