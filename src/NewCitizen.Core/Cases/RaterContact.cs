using NewCitizen.Privacy;

namespace NewCitizen.Cases;

/// <summary>Whom to call about a negative rating (回访联系人).</summary>
/// <param name="CaseNumber">Number of the case.</param>
/// <param name="Applicant">The rater.</param>
/// <param name="Remark">What the rater wrote; null for nothing.</param>
public sealed record RaterContact(string CaseNumber, CaseApplicant Applicant, [property: PersonalData] string? Remark)
{
    /// <summary>The number only.</summary>
    public override string ToString() => CaseNumber;
}
