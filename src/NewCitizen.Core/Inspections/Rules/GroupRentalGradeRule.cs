using NewCitizen.Rules;

namespace NewCitizen.Inspections.Rules;

/// <summary>Points for a home let to many at once (群租规模), from a number of rooms or beds that the city sets.</summary>
public sealed class GroupRentalGradeRule(GradePolicy? policy) : GradeRule(policy)
{
    /// <inheritdoc/>
    public override string Code => "grade.group-rental";

    /// <inheritdoc/>
    public override string ChineseName => "群租规模";

    /// <inheritdoc/>
    public override string EnglishName => "Let to many at once";

    /// <inheritdoc/>
    protected override Remedy Cure { get; } = new("规模本身合法，按相应频次检查", "lawful as such; it is only checked more often");

    private protected override int? Count(GradeFacts facts, GradePolicy policy) =>
        facts.Rooms >= (policy.GroupRentalRooms ?? int.MaxValue) || facts.Beds >= (policy.GroupRentalBeds ?? int.MaxValue) ? 1 : 0;

    private protected override Finding Judge(GradeFacts facts, GradePolicy policy) => policy.GroupRentalRooms is null && policy.GroupRentalBeds is null
        ? NotConfigured("groupRentalRooms")
        : ByCount(facts, policy, Fact("rooms", facts.Rooms), Fact("beds", facts.Beds));
}
