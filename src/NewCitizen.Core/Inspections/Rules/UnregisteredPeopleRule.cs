using NewCitizen.Rules;

namespace NewCitizen.Inspections.Rules;

/// <summary>Points for each person counted at the last inspection beyond those on file (漏登).</summary>
public sealed class UnregisteredPeopleRule(GradePolicy? policy) : GradeRule(policy)
{
    /// <inheritdoc/>
    public override string Code => "grade.unregistered-people";

    /// <inheritdoc/>
    public override string ChineseName => "实住未登记人员";

    /// <inheritdoc/>
    public override string EnglishName => "People not on file";

    /// <inheritdoc/>
    protected override Remedy Cure { get; } = new("为实住人员办理登记", "register those who live there");

    private protected override int? Count(GradeFacts facts, GradePolicy policy) => facts.PeopleFound is { } found ? Math.Max(0, found - facts.PeopleOnFile) : null;

    private protected override Finding Judge(GradeFacts facts, GradePolicy policy) => ByCount(facts, policy, Fact("peopleFound", facts.PeopleFound), Fact("peopleOnFile", facts.PeopleOnFile));
}
