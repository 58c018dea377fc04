using NewCitizen.Housing;
using NewCitizen.Privacy;

namespace NewCitizen.Plates;

/// <summary>All that could be told about a plate; what is shown, <see cref="PlateViews"/> decides.</summary>
/// <param name="Plate">The plate.</param>
/// <param name="Contact">Whom to call; null if none is configured.</param>
/// <param name="Home">The home.</param>
/// <param name="Address">Its address as text.</param>
/// <param name="People">Who lives there now.</param>
public sealed record PlateFacts(
    DoorPlate Plate,
    PlateContact? Contact,
    RentalProperty Home,
    [property: PersonalData(PersonalDataLevel.Ordinary)] string Address,
    IReadOnlyList<PlatePerson> People)
{
    /// <summary>The plate number.</summary>
    public override string ToString() => Plate.ToString();
}
