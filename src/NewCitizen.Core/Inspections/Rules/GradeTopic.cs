using NewCitizen.Rules;

namespace NewCitizen.Inspections.Rules;

/// <summary>The rules risk grades rest on (风险分级), topic <c>grade</c>.</summary>
public static class GradeTopic
{
    /// <summary>Name of the topic.</summary>
    public const string Name = "grade";

    /// <summary>The rules under the policies of a host; without any, each rule answers that it is not configured.</summary>
    /// <param name="policies">The policies, of any dates and divisions.</param>
    public static RuleTopic<GradeFacts> Create(IReadOnlyList<GradePolicy> policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        return new(Name, GradeJson.Default.GradeFacts, [.. (policies.Count == 0 ? [null] : policies.Cast<GradePolicy?>()).SelectMany(Rules)]);
    }

    private static IEnumerable<LegalRule<GradeFacts>> Rules(GradePolicy? policy) =>
    [
        new MajorHazardsRule(policy),
        new OpenHazardsRule(policy),
        new OverdueHazardsRule(policy),
        new OverOccupiedRule(policy),
        new UnregisteredPeopleRule(policy),
        new GroupRentalGradeRule(policy),
        new ComplaintsRule(policy),
    ];
}
