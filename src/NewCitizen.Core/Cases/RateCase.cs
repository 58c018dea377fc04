namespace NewCitizen.Cases;

/// <summary>Rates a handled case (评价).</summary>
/// <param name="Case">The case. Whoever calls must know that it is the applicant who rates.</param>
/// <param name="Level">How the applicant found it.</param>
/// <param name="Remark">What was wrong, at most 500 characters; with a negative level only. Stored encrypted, for the follow-up.</param>
/// <param name="IsAnonymous">Whether the applicant gives no name (匿名): then nothing that leads to the case is kept, and nobody calls back.</param>
public sealed record RateCase(ServiceCaseId Case, RatingLevel Level, string? Remark, bool IsAnonymous)
{
    /// <summary>Nothing: whoever reads a log must not learn who rated how.</summary>
    public override string ToString() => nameof(RateCase);
}
