using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Housing;

/// <summary>One person's stay in a room or bed (入住). People and rooms meet in dated stays, many to many.</summary>
/// <param name="Id">Identifies the stay.</param>
/// <param name="Revision">State that was read.</param>
/// <param name="Resident">Who.</param>
/// <param name="Property">In which property.</param>
/// <param name="Room">In which room.</param>
/// <param name="Bed">Which bed; null where the room has none.</param>
/// <param name="Lease">Under which lease, where known.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">First day no longer there; null while it goes on.</param>
public sealed record Occupancy(
    OccupancyId Id,
    Revision Revision,
    ResidentId Resident,
    RentalPropertyId Property,
    RoomId Room,
    string? Bed,
    LeaseId? Lease,
    LocalDate Since,
    LocalDate? Until)
{
    /// <summary>Whether the person is family of who lived in the room before (法定赡养、抚养、扶养义务关系), as was stated at moving in.</summary>
    public bool OfFamily { get; init; }
}
