namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Says why (理由).</summary>
/// <param name="Reason">1 to 500 characters.</param>
public sealed record ReasonRequest(string Reason)
{
    /// <summary>Nothing: a reason may name the person.</summary>
    public override string ToString() => "reason";
}
