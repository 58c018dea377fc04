namespace NewCitizen.Queues;

/// <summary>What the holder of a ticket sees (我的排队).</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Ahead">How many of the line would be called before, if nobody came any more; null unless it waits.</param>
public sealed record TicketPlace(QueueTicket Ticket, int? Ahead);
