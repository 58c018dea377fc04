namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Takes the next step with a hazard (隐患处置).</summary>
/// <param name="Act"><c>notice</c>, <c>recheckPassed</c>, <c>recheckFailed</c> or <c>close</c>.</param>
/// <param name="Workdays">Working days to put it right; else the configured number.</param>
/// <param name="Note">What was said or seen, at most 200 characters.</param>
public sealed record HazardStepRequest(string Act, int? Workdays = null, string? Note = null)
{
    /// <summary>The act only.</summary>
    public override string ToString() => Act;
}
