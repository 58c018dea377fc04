using NewCitizen.Housing.Policies;

namespace NewCitizen.Housing.Surveys;

/// <summary>A room with more people or beds than may be (超限房间). Nobody is thrown out by it: it is a list to act on.</summary>
/// <param name="Room">The room.</param>
/// <param name="People">People living there on the day.</param>
/// <param name="Beds">Its beds.</param>
/// <param name="Capacity">How many may, and why.</param>
public sealed record RoomStanding(RoomId Room, int People, int Beds, RoomCapacity Capacity)
{
    /// <summary>People beyond the capacity; 0 for none.</summary>
    public int PeopleOver => Math.Max(0, People - (Capacity.People ?? People));

    /// <summary>Beds beyond the capacity: to be taken out as people leave; 0 for none.</summary>
    public int BedsOver => Math.Max(0, Beds - (Capacity.People ?? Beds));
}
