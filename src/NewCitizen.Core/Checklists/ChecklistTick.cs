using NodaTime;

namespace NewCitizen.Checklists;

/// <summary>An item that is done (已完成项目).</summary>
/// <param name="Item">Code of the item.</param>
/// <param name="At">When it was ticked.</param>
/// <param name="Actor">Account that ticked it.</param>
/// <param name="Note">What was done; may name people and is stored encrypted. Null for nothing.</param>
public sealed record ChecklistTick(string Item, Instant At, string Actor, string? Note)
{
    /// <summary>The code of the item.</summary>
    public override string ToString() => Item;
}
