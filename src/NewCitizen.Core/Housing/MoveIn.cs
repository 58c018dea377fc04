using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.Housing;

/// <summary>Command: a person moves into a room or bed (入住).</summary>
/// <param name="Resident">Who.</param>
/// <param name="Room">Where.</param>
/// <param name="Bed">Which bed; required where the room has beds.</param>
/// <param name="Lease">Under which lease, where known.</param>
/// <param name="Since">First day.</param>
public sealed record MoveIn(ResidentId Resident, RoomId Room, string? Bed, LeaseId? Lease, LocalDate Since)
{
    /// <summary>Whether the person is family of who lives in the room (法定赡养、抚养、扶养义务关系): a city may then let more live there.</summary>
    public bool OfFamily { get; init; }
}
