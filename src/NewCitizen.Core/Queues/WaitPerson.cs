using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Queues;

/// <summary>Somebody who waits, or will come, as <see cref="WaitEstimator"/> sees it.</summary>
/// <param name="Group">The line.</param>
/// <param name="Items">What for.</param>
/// <param name="Entry">How it is called; the rank of arrival orders those who wait.</param>
/// <param name="ComesAt">When it will be there; null for somebody who is.</param>
public sealed record WaitPerson(string Group, IReadOnlyList<ServiceItemId> Items, LineEntry Entry, Instant? ComesAt = null);
