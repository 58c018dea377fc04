using NewCitizen.Housing;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A home that is let (出租房屋).</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Revision">Its state; also in <c>ETag</c>.</param>
/// <param name="AddressId">The standard address.</param>
/// <param name="Kind"><c>dwelling</c>, <c>blueCollarApartment</c>, <c>dormitory</c> or <c>other</c>.</param>
/// <param name="Name">Name of the house.</param>
/// <param name="MaskedLandlord">Landlord's name, masked.</param>
public sealed record HomeModel(Guid Id, string Revision, Guid AddressId, string Kind, string? Name, string MaskedLandlord)
{
    internal static HomeModel Of(RentalProperty home) =>
        new(home.Id.Value, home.Revision.ToString(), home.Address.Value, WireName.Of(home.Kind), home.Name, home.Landlord.ToString());
}
