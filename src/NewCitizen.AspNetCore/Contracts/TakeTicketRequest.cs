namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Take a ticket without a booking (取号).</summary>
/// <param name="ItemIds">What for: one or several items of one line.</param>
/// <param name="Priority">Code of the priority class; absent for none.</param>
public sealed record TakeTicketRequest(IReadOnlyList<Guid> ItemIds, string? Priority = null);
