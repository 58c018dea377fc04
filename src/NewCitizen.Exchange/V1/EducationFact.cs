namespace NewCitizen.Exchange.V1;

/// <summary>Education and when it held (学历).</summary>
public sealed record EducationFact : DatedFact
{
    /// <summary>GB/T 4658 code, or the text as written.</summary>
    public required CodedText Level { get; init; }
}
