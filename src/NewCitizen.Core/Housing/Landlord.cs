using NewCitizen.People;
using NewCitizen.Privacy;

namespace NewCitizen.Housing;

/// <summary>Who lets a home (出租人).</summary>
/// <param name="Name">A person's name, or the contact person of an organisation.</param>
/// <param name="Phone">Where the landlord is reached, if known.</param>
/// <param name="OrganisationCode">Unified social credit code of an organisation, if it is one.</param>
public sealed record Landlord(
    [property: PersonalData(PersonalDataLevel.Ordinary)] PersonName Name,
    [property: PersonalData(PersonalDataLevel.Ordinary)] MobileNumber? Phone = null,
    string? OrganisationCode = null)
{
    /// <summary>The masked name.</summary>
    public override string ToString() => Name.ToString();
}
