namespace NewCitizen.Exchange.V1;

/// <summary>A further fact by key (扩展项).</summary>
public sealed record ExtensionEntry : ExchangeObject
{
    /// <summary>Key, 1 to 60 characters; unique within a document.</summary>
    public required string Key { get; init; }

    /// <summary>Value, 1 to 2,000 characters.</summary>
    public required string Value { get; init; }
}
