namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A standard address (标准地址).</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Text">As first stated.</param>
/// <param name="DivisionCode">Division code, where known.</param>
public sealed record AddressModel(Guid Id, string Text, string? DivisionCode)
{
    /// <summary>The id only.</summary>
    public override string ToString() => Id.ToString();
}
