using NewCitizen.Identity;
using NewCitizen.People;
using NewCitizen.Privacy;

namespace NewCitizen.Appointments;

/// <summary>Whom an appointment is for (预约人). The types mask themselves; the full values need their own calls.</summary>
/// <param name="Name">Name.</param>
/// <param name="Document">Identity document.</param>
/// <param name="Phone">Mobile number; default for none.</param>
public sealed record BookedPerson(
    [property: PersonalData(PersonalDataLevel.Ordinary)] PersonName Name,
    [property: PersonalData(PersonalDataLevel.Ordinary)] IdentityDocument Document,
    [property: PersonalData(PersonalDataLevel.Ordinary)] MobileNumber Phone)
{
    /// <summary>The masked name.</summary>
    public override string ToString() => Name.ToString();
}
