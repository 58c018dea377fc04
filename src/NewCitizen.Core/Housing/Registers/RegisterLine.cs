using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.Housing.Registers;

/// <summary>One line of a house register (住宿登记簿): who, where, from when to when. The name is masked.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="Resident">Whose file.</param>
/// <param name="MaskedName">The name, masked; null where the file is gone.</param>
/// <param name="Room">Number of the room; null where the room is gone.</param>
/// <param name="Bed">Which bed; null where the room has none.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">First day no longer there; null while it goes on.</param>
public sealed record RegisterLine(OccupancyId Stay, ResidentId Resident, string? MaskedName, string? Room, string? Bed, LocalDate Since, LocalDate? Until)
{
    /// <summary>The id of the stay.</summary>
    public override string ToString() => Stay.ToString();
}
