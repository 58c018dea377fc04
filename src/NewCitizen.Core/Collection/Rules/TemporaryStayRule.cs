using NewCitizen.Calendars;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>暂住登记. A citizen away from the city or county of the household register who stays in a city for three days or more is reported within three days by the householder or himself; the day of arrival is not counted. Calendar days: the regulation lets no holiday move them.</summary>
internal sealed class TemporaryStayRule(IWorkCalendarSource calendars) : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.temporary-stay";

    /// <inheritdoc/>
    public override string ChineseName => "暂住登记：暂住三日以上，三日内申报";

    /// <inheritdoc/>
    public override string EnglishName => "Temporary registration: a stay of three days or more, reported within three days";

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

        if (facts.InCity == false)
        {
            return DoesNotApply(Fact("inCity", facts.InCity));
        }

        if (facts.Days < TemporaryStay.LeastDays)
        {
            return DoesNotApply(Fact("days", facts.Days));
        }

        if (facts.InCity is null || facts.Days is null || facts.ArrivedOn is not { } arrived)
        {
            return NotKnown(facts.InCity is null ? "inCity" : facts.Days is null ? "plannedDays" : "arrivedOn");
        }

        var reported = TemporaryStay.Earlier(facts.ResidentReportedOn, facts.HostReportedOn);
        return Within(("arrivedOn", arrived), new CalendarDays(3), calendars.Current, ("reportedOn", reported), on, TemporaryStay.Report);
    }
}
