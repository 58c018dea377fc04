using NewCitizen.Calendars;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>天津2022年指南. A guide, and one that names no time for the report: a city may set it.</summary>
internal sealed class TianjinResidentRule(IWorkCalendarSource calendars, DutyPolicies policies) : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.tianjin-resident";

    /// <inheritdoc/>
    public override string ChineseName => "拟在津居住七日以上的，申报居住登记";

    /// <inheritdoc/>
    public override string EnglishName => "Tianjin: who means to stay seven days or more reports the stay";

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(DutyStatutes.TianjinGuide, "居住登记")];

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Resident;

    /// <inheritdoc/>
    public override DivisionCode? Division { get; } = DivisionCode.Parse("120000");

    /// <inheritdoc/>
    public override StayDuty Assess(StayDutyFacts facts, LocalDate on)
    {
        if (OutOfScope(facts, PersonGroup.Citizen, away: true, Dwelling.Rented, Dwelling.EmployerHousing, Dwelling.Household, Dwelling.OwnHome) is { } outside)
        {
            return outside;
        }

        return facts.Days < 7 ? DoesNotApply(Fact("days", facts.Days))
            : facts.Days is null ? NotKnown("plannedDays")
            : Whenever(policies, facts, ("arrivedOn", facts.ArrivedOn), calendars.Current, ("residentReportedOn", facts.ResidentReportedOn), on, TemporaryStay.Report);
    }
}
