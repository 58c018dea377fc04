using NewCitizen.Rules;

namespace NewCitizen.Inspections.Rules;

/// <summary>Points for each room with more people than its limit (超员).</summary>
public sealed class OverOccupiedRule(GradePolicy? policy) : GradeRule(policy)
{
    /// <inheritdoc/>
    public override string Code => "grade.over-occupied";

    /// <inheritdoc/>
    public override string ChineseName => "超员房间";

    /// <inheritdoc/>
    public override string EnglishName => "Over-occupied rooms";

    /// <inheritdoc/>
    protected override Remedy Cure { get; } = new("减至核定人数以内", "bring the number of people down to the limit");

    private protected override int? Count(GradeFacts facts, GradePolicy policy) => facts.OverOccupiedRooms;

    private protected override Finding Judge(GradeFacts facts, GradePolicy policy) => ByCount(facts, policy, Fact("overOccupiedRooms", facts.OverOccupiedRooms));
}
