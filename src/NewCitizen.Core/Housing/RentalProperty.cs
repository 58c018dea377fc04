using NewCitizen.Addresses;
using NewCitizen.Storage;

namespace NewCitizen.Housing;

/// <summary>A home that is let (出租房屋): a flat, or a whole apartment house with rooms and beds.</summary>
/// <param name="Id">Identifies the property.</param>
/// <param name="Revision">State that was read.</param>
/// <param name="Address">Where it stands.</param>
/// <param name="Kind">What kind of home.</param>
/// <param name="Name">Name of the house, such as 天海公寓; null for a plain flat.</param>
/// <param name="Landlord">Who lets it.</param>
public sealed record RentalProperty(RentalPropertyId Id, Revision Revision, StandardAddressId Address, PropertyKind Kind, string? Name, Landlord Landlord)
{
    /// <summary>The id.</summary>
    public override string ToString() => Id.ToString();
}
