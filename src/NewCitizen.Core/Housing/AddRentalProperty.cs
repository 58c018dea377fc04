using NewCitizen.Addresses;
using NewCitizen.Privacy;

namespace NewCitizen.Housing;

/// <summary>Command: put a home that is let on file (登记出租房屋).</summary>
public sealed record AddRentalProperty
{
    /// <summary>The address as typed, at most 200 characters.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public required string Address { get; init; }

    /// <summary>Division code of 6, 9 or 12 digits, where known.</summary>
    public string? DivisionCode { get; init; }

    /// <summary>Parts of the address, where they are known apart.</summary>
    public AddressParts Parts { get; init; } = AddressParts.None;

    /// <summary>What kind of home.</summary>
    public PropertyKind Kind { get; init; }

    /// <summary>Name of the house, at most 60 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Landlord's name.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public required string LandlordName { get; init; }

    /// <summary>Landlord's mobile number.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public string? LandlordPhone { get; init; }

    /// <summary>Unified social credit code of a landlord that is an organisation.</summary>
    public string? LandlordOrganisationCode { get; init; }

    /// <summary>The kind only.</summary>
    public override string ToString() => $"{nameof(AddRentalProperty)} {Kind}";
}
