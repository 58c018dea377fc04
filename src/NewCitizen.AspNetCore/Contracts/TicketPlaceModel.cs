namespace NewCitizen.AspNetCore.Contracts;

/// <summary>What the holder of a ticket sees (我的排队).</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Ahead">How many would be called before, if nobody came any more; absent unless it waits.</param>
/// <param name="Wait">The estimate; absent unless it waits and at least five of its line were served today.</param>
public sealed record TicketPlaceModel(TicketModel Ticket, int? Ahead, WaitModel? Wait);
