namespace NewCitizen.Exchange.V1;

/// <summary>A family tie to another record (家庭关系).</summary>
public sealed record RelationFact : DatedFact
{
    /// <summary>Key of the other person's record.</summary>
    public required string Other { get; init; }

    /// <summary>What the other is to this person, GB/T 4761 code of one or two digits.</summary>
    public required string Code { get; init; }
}
