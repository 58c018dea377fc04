using NewCitizen.Rules;

namespace NewCitizen.Inspections.Rules;

/// <summary>Points for each major hazard that is not closed (重大隐患).</summary>
public sealed class MajorHazardsRule(GradePolicy? policy) : GradeRule(policy)
{
    /// <inheritdoc/>
    public override string Code => "grade.major-hazards";

    /// <inheritdoc/>
    public override string ChineseName => "未闭环重大隐患";

    /// <inheritdoc/>
    public override string EnglishName => "Open major hazards";

    /// <inheritdoc/>
    protected override Remedy Cure { get; } = new("整改并经复查闭环", "put it right and have it re-checked");

    private protected override int? Count(GradeFacts facts, GradePolicy policy) => facts.OpenMajorHazards;

    private protected override Finding Judge(GradeFacts facts, GradePolicy policy) => ByCount(facts, policy, Fact("openMajorHazards", facts.OpenMajorHazards));
}
