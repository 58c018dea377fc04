namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Rates a case (评价).</summary>
/// <param name="Level"><c>verySatisfied</c>, <c>satisfied</c>, <c>fair</c>, <c>dissatisfied</c> or <c>veryDissatisfied</c>.</param>
/// <param name="IsAnonymous">Whether nothing that leads to the case is kept.</param>
/// <param name="Remark">What was wrong; with the last two levels only.</param>
public sealed record RateRequest(string Level, bool IsAnonymous = false, string? Remark = null)
{
    /// <summary>Nothing.</summary>
    public override string ToString() => "rating";
}
