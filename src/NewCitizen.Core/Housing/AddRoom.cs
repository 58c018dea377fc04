namespace NewCitizen.Housing;

/// <summary>Command: add a room to a rental property (登记房间).</summary>
/// <param name="Property">The property.</param>
/// <param name="Number">Number on the door, 1 to 20 characters.</param>
/// <param name="Use">What it was designed for.</param>
/// <param name="AreaSquareMetres">Usable area in m², above 0 up to 10,000; null when not measured.</param>
/// <param name="Beds">Labels of the beds, each 1 to 20 characters, none twice; empty when let as a whole.</param>
/// <param name="Capacity">Most people at once, 1 to 1,000; null when not configured. With beds, never more than their number.</param>
public sealed record AddRoom(
    RentalPropertyId Property,
    string Number,
    RoomUse Use,
    decimal? AreaSquareMetres,
    IReadOnlyList<string> Beds,
    int? Capacity)
{
    /// <summary>Whether it is let to be lived in. A room with beds or a capacity always is.</summary>
    public bool ForLiving { get; init; }
}
