using NewCitizen.Plates;
using NodaTime;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Somebody who lives in the home (在住人员).</summary>
/// <param name="ResidentId">The file.</param>
/// <param name="Name">Name: masked, in full for the police.</param>
/// <param name="Room">Number of the room.</param>
/// <param name="Since">First day.</param>
public sealed record PlatePersonModel(Guid ResidentId, string Name, string Room, DateOnly Since)
{
    /// <summary>The id of the file.</summary>
    public override string ToString() => ResidentId.ToString();

    internal static PlatePersonModel Of(PlatePerson person) => new(person.Resident.Value, person.FullName ?? person.MaskedName, person.RoomNumber, person.Since.ToDateOnly());
}
