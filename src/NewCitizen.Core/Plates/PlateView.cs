using NewCitizen.Housing;
using NewCitizen.Privacy;

namespace NewCitizen.Plates;

/// <summary>What somebody may see of a plate (扫码页面内容). What a role may not see is null or empty, not masked further down.</summary>
/// <param name="Role">As whom it is seen; <see cref="PlateRole.Public"/> also for a tenant or landlord of another home.</param>
/// <param name="Number">Number on the plate.</param>
/// <param name="Contact">Whom to call; null if none is configured.</param>
/// <param name="Home">The home; null for the public.</param>
/// <param name="Address">Its address; null for the public.</param>
/// <param name="LandlordName">The landlord's name: masked, in full for the police; null for the public.</param>
/// <param name="LandlordPhone">The landlord's phone in full; for the police only.</param>
/// <param name="People">Who lives there, as far as the role may know.</param>
public sealed record PlateView(
    PlateRole Role,
    string Number,
    PlateContact? Contact,
    RentalPropertyId? Home,
    [property: PersonalData(PersonalDataLevel.Ordinary)] string? Address,
    [property: PersonalData(PersonalDataLevel.Ordinary)] string? LandlordName,
    [property: PersonalData(PersonalDataLevel.Ordinary)] string? LandlordPhone,
    IReadOnlyList<PlatePerson> People)
{
    /// <summary>Role and plate number.</summary>
    public override string ToString() => $"{Role} {Number}";
}
