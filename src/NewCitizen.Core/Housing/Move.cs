namespace NewCitizen.Housing;

/// <summary>Command: a person moves from one place into another (换房、换床): one transaction.</summary>
/// <param name="From">The stay that ends.</param>
/// <param name="Room">Where to.</param>
/// <param name="Bed">Which bed; required where the room has beds.</param>
/// <param name="Lease">Under which lease, where known.</param>
/// <param name="On">First day in the new place, and first day no longer in the old one.</param>
public sealed record Move(OccupancyId From, RoomId Room, string? Bed, LeaseId? Lease, NodaTime.LocalDate On)
{
    /// <summary>Whether the person is family of who lives in the new room.</summary>
    public bool OfFamily { get; init; }
}
