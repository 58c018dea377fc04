namespace NewCitizen.Exchange.V1;

/// <summary>A job and when it was held (就业).</summary>
public sealed record EmploymentFact : DatedFact
{
    /// <summary>Name of the employer as stated (工作单位), 1 to 200 characters.</summary>
    public required string Employer { get; init; }

    /// <summary>Unified social credit code of the employer (统一社会信用代码), where known.</summary>
    public string? EmployerCode { get; init; }

    /// <summary>Occupation as stated or by GB/T 6565 code (职业), at most 200 characters.</summary>
    public string? Occupation { get; init; }
}
