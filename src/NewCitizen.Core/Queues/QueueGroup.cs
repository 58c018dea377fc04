using NewCitizen.Services;

namespace NewCitizen.Queues;

/// <summary>A line of a hall (排队类别): items that share a ticket prefix.</summary>
/// <param name="Prefix">Letters before the number, unique in its setup: 1 to 3 of <c>A–Z</c>, such as <c>A</c> for residence permits.</param>
/// <param name="Name">Name shown, 1 to 60 characters.</param>
/// <param name="EnglishName">Name in English; null when there is none.</param>
/// <param name="Items">Items; each is in one group of a centre at most.</param>
public sealed record QueueGroup(string Prefix, string Name, string? EnglishName, IReadOnlyList<ServiceItemId> Items);
