using NewCitizen.Centres;
using NewCitizen.Services;

namespace NewCitizen.Queues;

/// <summary>Command: somebody without a booking takes a ticket (取号).</summary>
/// <param name="Centre">Where.</param>
/// <param name="Items">What for: one or several items of one line, at most 10.</param>
/// <param name="Priority">Code of the priority class; null for none.</param>
public sealed record TakeTicket(ServiceCentreId Centre, IReadOnlyList<ServiceItemId> Items, string? Priority = null);
