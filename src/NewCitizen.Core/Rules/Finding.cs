namespace NewCitizen.Rules;

/// <summary>What one rule said (判定结果): never without the rule, the facts it used and, where something is wrong, what would cure it.</summary>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Verdict">What it says.</param>
/// <param name="Facts">The facts it used, in the order it used them.</param>
/// <param name="Cure">What would put it right; null when nothing has to be.</param>
public sealed record Finding(LegalRule Rule, Verdict Verdict, IReadOnlyList<StatedFact> Facts, Remedy? Cure)
{
    /// <summary>Rule and verdict; no facts.</summary>
    public override string ToString() => $"{Rule.Code}: {Verdict}";
}
