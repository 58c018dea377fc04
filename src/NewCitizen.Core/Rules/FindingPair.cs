namespace NewCitizen.Rules;

/// <summary>What a rule said on two days (新旧对照).</summary>
/// <param name="Code">Code of the rule.</param>
/// <param name="Earlier">On the earlier day; null if no rule of this code held then.</param>
/// <param name="Later">On the later day; null if no rule of this code holds then.</param>
public sealed record FindingPair(string Code, Finding? Earlier, Finding? Later)
{
    /// <summary>Whether the two days differ in verdict.</summary>
    public bool Differs => Earlier?.Verdict != Later?.Verdict;
}
