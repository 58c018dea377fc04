namespace NewCitizen.Queues;

/// <summary>A ticket as it is handed out (取号结果).</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Link">What its holder asks with: 38 characters, not to be guessed; given to nobody else.</param>
public sealed record IssuedTicket(QueueTicket Ticket, string Link)
{
    /// <summary>The number only: the link is a secret of the holder.</summary>
    public override string ToString() => Ticket.ToString();
}
