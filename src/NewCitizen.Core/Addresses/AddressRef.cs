namespace NewCitizen.Addresses;

/// <summary>An address that is on file.</summary>
/// <param name="Id">Its id.</param>
public sealed record AddressRef(StandardAddressId Id);
