using NewCitizen.Privacy;

namespace NewCitizen.Addresses;

/// <summary>Command: name an address; it is found or put on file (登记标准地址).</summary>
public sealed record DeclareAddress
{
    /// <summary>Longest address in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>The address as typed, 1 to 200 characters.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public required string Text { get; init; }

    /// <summary>Division code of 6, 9 or 12 digits, where known.</summary>
    public string? DivisionCode { get; init; }

    /// <summary>Its parts, where they are known apart.</summary>
    public AddressParts Parts { get; init; } = AddressParts.None;

    /// <summary>Nothing but the type.</summary>
    public override string ToString() => nameof(DeclareAddress);
}
