using NewCitizen.Divisions;
using NewCitizen.Permits.Rules;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>
/// Whether somebody can apply (申领资格): another city, half a year, and one of three; where a local rule exempts from the half year, without it.
/// Every condition is told with its finding, and the gaps of the stay are shown.
/// </summary>
public sealed record PermitEligibility
{
    private PermitEligibility()
    {
    }

    /// <summary>What each condition that holds on the day at the place said.</summary>
    public required IReadOnlyList<Finding> Conditions { get; init; }

    /// <summary>The stay it rests on, with its gaps.</summary>
    public required ContinuousStay Stay { get; init; }

    /// <summary>Whether a local rule exempts from the half year.</summary>
    public bool IsExempt { get; private init; }

    /// <summary>The conditions that are not met, or not known to be.</summary>
    public IReadOnlyList<Finding> Open =>
        [.. Conditions.Where(finding => finding.Verdict is not (Verdict.Met or Verdict.NotApplicable) && !(IsExempt && finding.Rule is (HalfYearRule or RegisteredHalfYearRule)))];

    /// <summary>Whether nothing stands against it.</summary>
    public bool IsEligible => Open.Count == 0;

    /// <summary>Works it out.</summary>
    /// <param name="topic">The rules, see <see cref="PermitTopic.Create"/>.</param>
    /// <param name="policies">What cities have laid down.</param>
    /// <param name="facts">The facts; <see cref="PermitFacts.Stays"/> and the conditions.</param>
    /// <param name="on">The day in Asia/Shanghai.</param>
    /// <param name="place">Division of the place; null: rules of the whole country only.</param>
    public static PermitEligibility Assess(RuleTopic<PermitFacts> topic, PermitPolicies policies, PermitFacts facts, LocalDate on, DivisionCode? place)
    {
        ArgumentNullException.ThrowIfNull(topic);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(facts);
        Finding[] conditions = [.. topic.Judge(facts with { Division = facts.Division ?? place?.ToString() }, on, place).Where(finding => PermitTopic.IsCondition(finding.Rule))];
        return new()
        {
            Conditions = conditions,
            Stay = ContinuousStay.Of(facts.Stays ?? [], on, policies.Find(place, on)?.ToleratedGapDays),
            IsExempt = conditions.Any(finding => finding.Verdict == Verdict.Met && finding.Rule is JingJinJiRule),
        };
    }
}
