namespace NewCitizen.Exchange.V1;

/// <summary>A mobile number and when it was used (手机号码).</summary>
public sealed record PhoneFact : DatedFact
{
    /// <summary>Eleven digits that start with 13 to 19.</summary>
    public required string Number { get; init; }
}
