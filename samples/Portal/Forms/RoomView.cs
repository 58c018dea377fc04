using NewCitizen.Housing;

namespace Portal.Forms;

/// <summary>A room with its places, taken and free.</summary>
public sealed record RoomView(Room Room, IReadOnlyList<PlaceView> Places);
