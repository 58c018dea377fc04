using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>What cities set for duties to report (申报期限设置). None is set unless a host sets it.</summary>
/// <param name="policies">The settings; of two that hold, the one of the smaller division counts, then the later one.</param>
public sealed class DutyPolicies(IReadOnlyList<DutyPolicy> policies)
{
    /// <summary>Nothing is set.</summary>
    public static DutyPolicies None { get; } = new([]);

    /// <summary>All settings.</summary>
    public IReadOnlyList<DutyPolicy> All => policies;

    /// <summary>What holds for a rule on a day at a place; null if nothing is set.</summary>
    /// <param name="rule">Code of the rule.</param>
    /// <param name="division">Six digits; null when not known: nothing holds then.</param>
    /// <param name="on">A day in Asia/Shanghai.</param>
    public DutyPolicy? Find(string rule, string? division, LocalDate on) => DivisionCode.TryParse(division, out var place)
        ? policies
            .Where(policy => string.Equals(policy.Rule, rule, StringComparison.Ordinal) && policy.Since <= on && (policy.Until is null || on < policy.Until))
            .Where(policy => LegalRule.Covers(policy.Division, place))
            .OrderByDescending(policy => policy.Division.Level)
            .ThenByDescending(policy => policy.Since)
            .FirstOrDefault()
        : null;
}
