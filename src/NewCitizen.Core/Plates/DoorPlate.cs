using NewCitizen.Housing;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Plates;

/// <summary>The QR plate of a home (二维码门牌): a number that stands for the home, and nothing of who lives there.</summary>
/// <param name="Id">Identifies the record.</param>
/// <param name="Revision">State that was read.</param>
/// <param name="Code">Number on the plate; no other plate of the agency ever had it.</param>
/// <param name="Home">The home it hangs at.</param>
/// <param name="KeyVersion">Version of the key it was printed with last.</param>
/// <param name="OldestKeyVersion">Oldest version of the key whose prints are still accepted.</param>
/// <param name="IssuedOn">Day of issue in Asia/Shanghai.</param>
/// <param name="RevokedOn">First day it was no longer valid; null while it is.</param>
/// <param name="Reason">Why it was revoked; null while it is valid.</param>
/// <param name="Replaces">The plate it took the place of, if it did.</param>
public sealed record DoorPlate(
    DoorPlateId Id,
    Revision Revision,
    PlateCode Code,
    RentalPropertyId Home,
    ushort KeyVersion,
    ushort OldestKeyVersion,
    LocalDate IssuedOn,
    LocalDate? RevokedOn = null,
    PlateRevocation? Reason = null,
    DoorPlateId? Replaces = null)
{
    /// <summary>Whether it is valid.</summary>
    public bool IsLive => RevokedOn is null;

    /// <summary>The plate number.</summary>
    public override string ToString() => Code.ToString();
}
