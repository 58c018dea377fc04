namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Books a place at once (预约).</summary>
/// <param name="Slot">Which place.</param>
/// <param name="Person">For whom.</param>
public sealed record BookRequest(SlotRequest Slot, BookerRequest Person)
{
    /// <summary>The place only.</summary>
    public override string ToString() => Slot.ToString();
}
