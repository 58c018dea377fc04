using NodaTime;

namespace NewCitizen.Benchmarks.Floors;

/// <summary>One person as a table without the SDK keeps it: 12 columns and the whole file as JSON, in the clear.</summary>
internal sealed record FileRow(
    Guid Id,
    string Status,
    byte[] DocumentHash,
    byte[] PhoneHash,
    byte[] NameHash,
    string Sex,
    int BirthYear,
    string? OriginDivision,
    LocalDate RegisteredOn,
    Guid AddressId,
    byte[] Body)
{
    /// <summary>Agency of all rows.</summary>
    public const string Agency = "teda";
}
