namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Registers a person (登记新市民). Coded fields take a code or a name.</summary>
public sealed record RegisterResidentRequest
{
    /// <summary>Full name as on the document.</summary>
    public required string Name { get; init; }

    /// <summary>The document.</summary>
    public required DocumentRequest Document { get; init; }

    /// <summary>GB/T 2261.1; taken from the number when absent.</summary>
    public string? Sex { get; init; }

    /// <summary>Taken from the number when absent.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Mobile number.</summary>
    public string? Phone { get; init; }

    /// <summary>GB/T 3304.</summary>
    public string? Ethnicity { get; init; }

    /// <summary>GB/T 4658.</summary>
    public string? Education { get; init; }

    /// <summary>GB/T 2261.2.</summary>
    public string? MaritalStatus { get; init; }

    /// <summary>GB/T 4762.</summary>
    public string? PoliticalStatus { get; init; }

    /// <summary>GB/T 31000 流入原因.</summary>
    public string? InflowReason { get; init; }

    /// <summary>Employer, at most 200 characters.</summary>
    public string? Employer { get; init; }

    /// <summary>Occupation.</summary>
    public string? Occupation { get; init; }

    /// <summary>Address of the household register, at most 200 characters.</summary>
    public string? OriginAddress { get; init; }

    /// <summary>The stay that is declared.</summary>
    public ResidenceRequest? Residence { get; init; }

    /// <summary>Further facts by key.</summary>
    public IReadOnlyDictionary<string, string>? Extensions { get; init; }

    /// <summary>Reference in the caller's own system, at most 100 characters; no personal data.</summary>
    public string? SourceReference { get; init; }

    /// <summary>Nothing but the type: everything in it is personal.</summary>
    public override string ToString() => nameof(RegisterResidentRequest);
}
