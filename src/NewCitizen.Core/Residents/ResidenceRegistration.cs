using NewCitizen.Addresses;
using NewCitizen.Codes;
using NewCitizen.Housing;
using NodaTime;

namespace NewCitizen.Residents;

/// <summary>A declared stay at a standard address (居住登记).</summary>
/// <param name="Id">Identifies the registration.</param>
/// <param name="Address">Where.</param>
/// <param name="Room">Which room, where it is known.</param>
/// <param name="RegisteredOn">Day it was declared (登记日期); null when the source does not say.</param>
/// <param name="Since">First day of the stay as far as known: the day moved in, else the day declared, else the day recorded.</param>
/// <param name="Until">First day the person no longer lived there; null while the stay goes on.</param>
/// <param name="DwellingType">GB/T 31000 住所类型, where stated.</param>
/// <param name="Source">Who reported it.</param>
/// <param name="MergedFrom">The file it came from by a merge.</param>
public sealed record ResidenceRegistration(
    ResidenceRegistrationId Id,
    StandardAddressId Address,
    RoomId? Room,
    LocalDate? RegisteredOn,
    LocalDate Since,
    LocalDate? Until,
    CodedValue? DwellingType,
    RecordSource Source,
    ResidentId? MergedFrom = null)
{
    /// <summary>Whether the person still lives there.</summary>
    public bool IsCurrent => Until is null;
}
