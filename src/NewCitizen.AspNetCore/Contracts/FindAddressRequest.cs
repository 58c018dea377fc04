namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Finds an address that is on file (查找标准地址).</summary>
/// <param name="Text">The address in any usual spelling, at most 200 characters.</param>
public sealed record FindAddressRequest(string Text)
{
    /// <summary>Nothing but the type.</summary>
    public override string ToString() => nameof(FindAddressRequest);
}
