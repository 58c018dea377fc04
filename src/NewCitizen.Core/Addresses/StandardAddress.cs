using NewCitizen.Privacy;
using NewCitizen.Storage;

namespace NewCitizen.Addresses;

/// <summary>
/// The anchor (标准地址): people, homes and employers are recorded <em>on</em> an address, so that all offices mean the same door.
/// </summary>
/// <param name="Id">Identifies the address.</param>
/// <param name="Revision">State that was read; default for a new one.</param>
/// <param name="Text">The address as first stated, tidied.</param>
/// <param name="DivisionCode">Division code of 6, 9 or 12 digits, where known.</param>
/// <param name="Parts">Its parts, as far as they were given apart.</param>
public sealed record StandardAddress(
    StandardAddressId Id,
    Revision Revision,
    [property: PersonalData(PersonalDataLevel.Ordinary)] string Text,
    string? DivisionCode,
    AddressParts Parts)
{
    /// <summary>The id: an address can point to a person.</summary>
    public override string ToString() => Id.ToString();
}
