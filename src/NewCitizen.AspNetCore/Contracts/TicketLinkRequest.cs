namespace NewCitizen.AspNetCore.Contracts;

/// <summary>What the holder of a ticket asks with (号票链接). In the body, so that no log of addresses keeps it.</summary>
/// <param name="Link">The link that came with the ticket.</param>
public sealed record TicketLinkRequest(string Link)
{
    /// <summary>Nothing: the link is a secret of the holder.</summary>
    public override string ToString() => nameof(TicketLinkRequest);
}
