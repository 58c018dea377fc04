using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>离开前申报注销. Whoever had to be registered reports before leaving; on the day of leaving at the latest.</summary>
internal sealed class TemporaryStayEndRule : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.temporary-stay-end";

    /// <inheritdoc/>
    public override string ChineseName => "离开前申报注销暂住登记";

    /// <inheritdoc/>
    public override string EnglishName => "Leaving: the registration is cancelled before";

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(Statutes.HouseholdRegistration, "第十五条")];

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Resident;

    /// <inheritdoc/>
    public override StayDuty Assess(StayDutyFacts facts, LocalDate on)
    {
        if (OutOfScope(facts, PersonGroup.Citizen, away: true, Dwelling.Rented, Dwelling.EmployerHousing, Dwelling.Household, Dwelling.OwnHome) is { } outside)
        {
            return outside;
        }

        if (facts.LeftOn is not { } left || facts.Days < TemporaryStay.LeastDays || facts.InCity == false)
        {
            return DoesNotApply(Fact("leftOn", facts.LeftOn), Fact("days", facts.Days), Fact("inCity", facts.InCity));
        }

        return facts.InCity is null || facts.Days is null
            ? NotKnown(facts.InCity is null ? "inCity" : "arrivedOn")
            : new(Timely(left, [Fact("leftOn", left)], ("leaveReportedOn", facts.LeaveReportedOn), on, TemporaryStay.ReportEnd), left);
    }
}
