using NodaTime;

namespace NewCitizen.Cases;

/// <summary>One line of a case's history (办理记录).</summary>
/// <param name="At">When.</param>
/// <param name="Act">What was done.</param>
/// <param name="Actor">Account that did it; not a name.</param>
/// <param name="Reason">Why, where the act needs a reason. May name the person: stored encrypted, never printed.</param>
public sealed record CaseStep(Instant At, CaseAct Act, string Actor, string? Reason)
{
    /// <summary>Time and act only.</summary>
    public override string ToString() => $"{At} {Act}";
}
