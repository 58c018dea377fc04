using NewCitizen.Privacy;
using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.Plates;

/// <summary>Somebody who lives in the home (在住人员).</summary>
/// <param name="Resident">The file.</param>
/// <param name="MaskedName">Name, masked.</param>
/// <param name="FullName">Name in full; loaded and shown for the police only.</param>
/// <param name="RoomNumber">Number of the room.</param>
/// <param name="Since">First day.</param>
public sealed record PlatePerson(
    ResidentId Resident,
    string MaskedName,
    [property: PersonalData(PersonalDataLevel.Ordinary)] string? FullName,
    string RoomNumber,
    LocalDate Since)
{
    /// <summary>The id of the file.</summary>
    public override string ToString() => Resident.ToString();
}
