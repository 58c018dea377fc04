namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Ticks an item of a checklist, or takes the tick back.</summary>
/// <param name="Item">Code of the item.</param>
/// <param name="Note">What was done, at most 500 characters.</param>
public sealed record TickRequest(string Item, string? Note = null)
{
    /// <summary>The item: a note may name people.</summary>
    public override string ToString() => Item;
}
