using NewCitizen.Privacy;
using NodaTime;

namespace NewCitizen.Residents;

/// <summary>
/// Command: open a file for a person, or add a stay to the file the person has (登记新市民). Holds what was typed; the manager reads it.
/// </summary>
public sealed record RegisterResident
{
    /// <summary>Full name as on the document.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public required string Name { get; init; }

    /// <summary>The document; required.</summary>
    public required StatedDocument Document { get; init; }

    /// <summary>Sex: GB/T 2261.1 code or name. Taken from the number when not stated.</summary>
    public string? Sex { get; init; }

    /// <summary>Birth date. Taken from the number when not stated.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public LocalDate? BirthDate { get; init; }

    /// <summary>Mobile number as typed.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public string? Phone { get; init; }

    /// <summary>Ethnicity: GB/T 3304 code or name.</summary>
    public string? Ethnicity { get; init; }

    /// <summary>Education: GB/T 4658 code or name.</summary>
    public string? Education { get; init; }

    /// <summary>Marital status: GB/T 2261.2 code or name.</summary>
    public string? MaritalStatus { get; init; }

    /// <summary>Political status: GB/T 4762 code or name.</summary>
    public string? PoliticalStatus { get; init; }

    /// <summary>Reason for coming: GB/T 31000 流入原因 code or name.</summary>
    public string? InflowReason { get; init; }

    /// <summary>Employer as typed, at most 200 characters.</summary>
    public string? Employer { get; init; }

    /// <summary>Occupation as typed or by GB/T 6565 code.</summary>
    public string? Occupation { get; init; }

    /// <summary>Address of the household register as typed, at most 200 characters.</summary>
    [PersonalData(PersonalDataLevel.Ordinary)]
    public string? OriginAddress { get; init; }

    /// <summary>The stay that is declared; null to open a file only.</summary>
    public StatedResidence? Residence { get; init; }

    /// <summary>Further facts by key; kept encrypted with the file.</summary>
    public IReadOnlyDictionary<string, string> Extensions { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the facts come from.</summary>
    public required RecordSource Source { get; init; }

    /// <summary>The source only: everything else is personal.</summary>
    public override string ToString() => $"{nameof(RegisterResident)} from {Source.Channel}";
}
