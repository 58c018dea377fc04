namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Puts a home on file (登记出租房屋).</summary>
/// <param name="Address">The address as typed, at most 200 characters.</param>
/// <param name="LandlordName">Landlord's name.</param>
/// <param name="Kind"><c>dwelling</c>, <c>blueCollarApartment</c>, <c>dormitory</c> or <c>other</c>.</param>
/// <param name="DivisionCode">Division code of 6, 9 or 12 digits.</param>
/// <param name="Name">Name of the house, at most 60 characters.</param>
/// <param name="LandlordPhone">Landlord's mobile number.</param>
/// <param name="LandlordOrganisationCode">Unified social credit code of an organisation.</param>
public sealed record AddHomeRequest(
    string Address, string LandlordName, string Kind = "dwelling", string? DivisionCode = null, string? Name = null, string? LandlordPhone = null, string? LandlordOrganisationCode = null)
{
    /// <summary>The kind only.</summary>
    public override string ToString() => Kind;
}
