namespace NewCitizen.Exchange.V1;

/// <summary>Where the household is registered (户籍地).</summary>
public sealed record OriginFact : DatedFact
{
    /// <summary>The address as stated, 1 to 200 characters.</summary>
    public required string Address { get; init; }

    /// <summary>GB/T 2260 code of that time, where known; perhaps abolished since.</summary>
    public string? DivisionCode { get; init; }
}
