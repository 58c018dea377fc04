namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Changes the address on the card (地址变更).</summary>
/// <param name="AddressId">The new address.</param>
public sealed record MovePermitRequest(Guid AddressId);
