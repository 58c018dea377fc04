using NewCitizen.AspNetCore.Problems;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A ticket as it is handed out (取号结果).</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Link">What its holder asks with; give it to nobody else.</param>
/// <param name="Warnings">What its holder should know, such as NC2450: too late for the booking.</param>
public sealed record IssuedTicketModel(TicketModel Ticket, string Link, IReadOnlyList<IssueModel> Warnings)
{
    /// <summary>The ticket only: the link is a secret of the holder.</summary>
    public override string ToString() => Ticket.ToString();
}
