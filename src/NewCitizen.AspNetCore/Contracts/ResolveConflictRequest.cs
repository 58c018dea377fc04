namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Decides a conflict (核对).</summary>
/// <param name="Choice">Which of the values, from 0.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
public sealed record ResolveConflictRequest(int Choice, string Reason)
{
    /// <summary>The choice: a reason may name the person.</summary>
    public override string ToString() => $"{Choice}";
}
