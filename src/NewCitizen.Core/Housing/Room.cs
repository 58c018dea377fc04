using NewCitizen.Storage;

namespace NewCitizen.Housing;

/// <summary>A room of a rental property (房间), with its beds where it is let by the bed (床位).</summary>
/// <param name="Id">Identifies the room.</param>
/// <param name="Revision">State that was read.</param>
/// <param name="Property">The property it belongs to.</param>
/// <param name="Number">Number on the door, unique in the property; at most 20 characters.</param>
/// <param name="Use">What it was designed for.</param>
/// <param name="AreaSquareMetres">Usable area in m²; null when not measured.</param>
/// <param name="Beds">Labels of the beds; empty when it is let as a whole.</param>
/// <param name="Capacity">Most people allowed at once; null means not configured: no limit is enforced.</param>
/// <param name="Occupied">People living there now.</param>
public sealed record Room(
    RoomId Id,
    Revision Revision,
    RentalPropertyId Property,
    string Number,
    RoomUse Use,
    decimal? AreaSquareMetres,
    IReadOnlyList<string> Beds,
    int? Capacity,
    int Occupied);
