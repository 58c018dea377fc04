using NewCitizen.Divisions;

namespace NewCitizen.Housing.Surveys;

/// <summary>How a home stands on a day (房屋状况): its size against the group-rental threshold, and rooms over capacity.</summary>
/// <param name="Property">The home.</param>
/// <param name="Place">Division of its address; null when not known: nothing of a city's is then configured.</param>
/// <param name="Rooms">Rooms designed for living.</param>
/// <param name="Beds">Beds.</param>
/// <param name="People">People living there on the day.</param>
/// <param name="IsGroupRental">Whether it reaches the city's threshold; null where the city has set none.</param>
/// <param name="Over">Rooms with more people or beds than may be.</param>
public sealed record HomeStanding(RentalPropertyId Property, DivisionCode? Place, int Rooms, int Beds, int People, bool? IsGroupRental, IReadOnlyList<RoomStanding> Over)
{
    /// <summary>The id of the home.</summary>
    public override string ToString() => Property.ToString();
}
