namespace NewCitizen.Exchange.V1;

/// <summary>A value of a code table (代码值): exactly one of the code, or the text as written when no code fits.</summary>
public sealed record CodedText : ExchangeObject
{
    /// <summary>Code of the table the member names.</summary>
    public string? Code { get; init; }

    /// <summary>The text as written, 1 to 200 characters; may hold anything an office typed.</summary>
    public string? Text { get; init; }
}
