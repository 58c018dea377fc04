namespace NewCitizen.Rules;

/// <summary>What a rule says of some facts (判定). Not knowing is an answer of its own: never a guess.</summary>
public enum Verdict
{
    /// <summary>The facts satisfy the rule (符合).</summary>
    Met,

    /// <summary>The facts break the rule (违反).</summary>
    Breached,

    /// <summary>The rule does not speak of such facts (不适用).</summary>
    NotApplicable,

    /// <summary>The law leaves a number to the city, and none is configured (未设置).</summary>
    NotConfigured,

    /// <summary>A fact the rule needs is not known (情况不明).</summary>
    Unknown,
}
