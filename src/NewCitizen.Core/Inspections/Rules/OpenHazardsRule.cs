using NewCitizen.Rules;

namespace NewCitizen.Inspections.Rules;

/// <summary>Points for each other hazard that is not closed (一般隐患).</summary>
public sealed class OpenHazardsRule(GradePolicy? policy) : GradeRule(policy)
{
    /// <inheritdoc/>
    public override string Code => "grade.open-hazards";

    /// <inheritdoc/>
    public override string ChineseName => "未闭环一般隐患";

    /// <inheritdoc/>
    public override string EnglishName => "Open hazards";

    /// <inheritdoc/>
    protected override Remedy Cure { get; } = new("整改并经复查闭环", "put it right and have it re-checked");

    private protected override int? Count(GradeFacts facts, GradePolicy policy) => facts.OpenHazards;

    private protected override Finding Judge(GradeFacts facts, GradePolicy policy) => ByCount(facts, policy, Fact("openHazards", facts.OpenHazards));
}
