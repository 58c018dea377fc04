using NewCitizen.Identity;
using NewCitizen.People;
using NewCitizen.Privacy;
using NewCitizen.Residents;

namespace NewCitizen.Cases;

/// <summary>Who applies (申请人): somebody with a file, or a person who stated name and phone. Stored encrypted.</summary>
/// <param name="Resident">The person's file; null for a person without one.</param>
/// <param name="Name">Name; null where the file tells.</param>
/// <param name="Document">Identity document; null where the file tells or none was asked for.</param>
/// <param name="Phone">Mobile number; null where the file tells.</param>
public sealed record CaseApplicant(
    ResidentId? Resident, [property: PersonalData] PersonName? Name, [property: PersonalData] IdentityDocument? Document, [property: PersonalData] MobileNumber? Phone)
{
    /// <summary>The file's id, or the masked name.</summary>
    public override string ToString() => Resident?.ToString() ?? Name?.ToString() ?? string.Empty;
}
