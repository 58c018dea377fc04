namespace NewCitizen.Exchange.V1;

/// <summary>A standard address (标准地址).</summary>
public sealed record RegisteredAddress : ExchangeObject
{
    /// <summary>Key of the address at the sender (地址键); equal keys are the same door.</summary>
    public required string Key { get; init; }

    /// <summary>The address as stated, tidied; 1 to 200 characters.</summary>
    public required string Text { get; init; }

    /// <summary>Division code of 6, 9 or 12 digits (行政区划代码), where known.</summary>
    public string? DivisionCode { get; init; }

    /// <summary>Its parts, as far as they were given apart (地址要素).</summary>
    public RegisteredAddressParts? Parts { get; init; }
}
