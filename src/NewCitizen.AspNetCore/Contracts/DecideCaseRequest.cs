namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Decides a case (办结).</summary>
/// <param name="Granted">Whether it is granted.</param>
/// <param name="Reason">Why; needed to refuse.</param>
public sealed record DecideCaseRequest(bool Granted, string? Reason = null)
{
    /// <summary>The decision only: a reason may name the person.</summary>
    public override string ToString() => Granted ? "granted" : "refused";
}
