namespace NewCitizen.Exchange.V1;

/// <summary>A name and when it was used (姓名).</summary>
public sealed record NameFact : DatedFact
{
    /// <summary>The full name in normal form, 1 to 240 characters.</summary>
    public required string Text { get; init; }
}
