using NewCitizen.Housing;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A room (房间).</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Number">Number on the door.</param>
/// <param name="Use">What it was designed for.</param>
/// <param name="AreaSquareMetres">Usable area in m².</param>
/// <param name="Beds">Labels of the beds.</param>
/// <param name="Capacity">Most people at once; absent when not configured.</param>
/// <param name="Occupied">People living there now.</param>
public sealed record RoomModel(Guid Id, string Number, string Use, decimal? AreaSquareMetres, IReadOnlyList<string> Beds, int? Capacity, int Occupied)
{
    internal static RoomModel Of(Room room) => new(room.Id.Value, room.Number, WireName.Of(room.Use), room.AreaSquareMetres, room.Beds, room.Capacity, room.Occupied);
}
