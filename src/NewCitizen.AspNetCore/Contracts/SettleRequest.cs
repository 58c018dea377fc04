namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Settles a follow-up (整改办结).</summary>
/// <param name="Outcome"><c>fixed</c>, <c>explained</c> or <c>discarded</c>.</param>
/// <param name="Reason">What was done or found, 1 to 500 characters.</param>
public sealed record SettleRequest(string Outcome, string Reason)
{
    /// <summary>The outcome only.</summary>
    public override string ToString() => Outcome;
}
