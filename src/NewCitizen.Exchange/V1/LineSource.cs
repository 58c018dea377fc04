namespace NewCitizen.Exchange.V1;

/// <summary>Where a record came from (来源).</summary>
public sealed record LineSource : ExchangeObject
{
    /// <summary>System or channel, such as <c>counter</c> or <c>roster</c>; 1 to 100 characters.</summary>
    public required string Sys { get; init; }

    /// <summary>Reference inside it, such as the row of a roster; at most 500 characters, no personal data.</summary>
    public string? Rec { get; init; }
}
