using NewCitizen.Rules;

namespace NewCitizen.Inspections.Rules;

/// <summary>Points for each hazard past its day (逾期隐患), besides those for its being open.</summary>
public sealed class OverdueHazardsRule(GradePolicy? policy) : GradeRule(policy)
{
    /// <inheritdoc/>
    public override string Code => "grade.overdue-hazards";

    /// <inheritdoc/>
    public override string ChineseName => "逾期未整改隐患";

    /// <inheritdoc/>
    public override string EnglishName => "Overdue hazards";

    /// <inheritdoc/>
    protected override Remedy Cure { get; } = new("立即整改并申请复查", "put it right at once and ask for a re-check");

    private protected override int? Count(GradeFacts facts, GradePolicy policy) => facts.OverdueHazards;

    private protected override Finding Judge(GradeFacts facts, GradePolicy policy) => ByCount(facts, policy, Fact("overdueHazards", facts.OverdueHazards));
}
