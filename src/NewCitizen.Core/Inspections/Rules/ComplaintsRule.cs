using NewCitizen.Rules;

namespace NewCitizen.Inspections.Rules;

/// <summary>Points for each justified complaint of the last twelve months (查实投诉).</summary>
public sealed class ComplaintsRule(GradePolicy? policy) : GradeRule(policy)
{
    /// <inheritdoc/>
    public override string Code => "grade.complaints";

    /// <inheritdoc/>
    public override string ChineseName => "查实投诉";

    /// <inheritdoc/>
    public override string EnglishName => "Justified complaints";

    /// <inheritdoc/>
    protected override Remedy Cure { get; } = new("解决投诉反映的问题；满十二个月不再计分", "settle what is complained of; it counts for twelve months");

    private protected override int? Count(GradeFacts facts, GradePolicy policy) => facts.ComplaintsInYear;

    private protected override Finding Judge(GradeFacts facts, GradePolicy policy) => ByCount(facts, policy, Fact("complaintsInYear", facts.ComplaintsInYear));
}
