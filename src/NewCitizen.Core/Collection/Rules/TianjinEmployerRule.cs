using NewCitizen.Calendars;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>天津2022年指南. A guide, and one that names no time for the report: a city may set it.</summary>
internal sealed class TianjinEmployerRule(IWorkCalendarSource calendars, DutyPolicies policies) : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.tianjin-employer";

    /// <inheritdoc/>
    public override string ChineseName => "在津用人单位报送新市民信息";

    /// <inheritdoc/>
    public override string EnglishName => "Tianjin: employers send newcomers' particulars to the police and bring them to register";

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(DutyStatutes.TianjinGuide, "用人单位")];

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Employer;

    /// <inheritdoc/>
    public override DivisionCode? Division { get; } = DivisionCode.Parse("120000");

    /// <inheritdoc/>
    public override StayDuty Assess(StayDutyFacts facts, LocalDate on)
    {
        return OutOfScope(facts, PersonGroup.Citizen, away: true)
            ?? (facts.EmployedSince is null
                ? DoesNotApply(Fact("employedSince", facts.EmployedSince))
                : Whenever(policies, facts, ("employedSince", facts.EmployedSince), calendars.Current, ("employerReportedOn", facts.EmployerReportedOn), on, EmployerDuty.Report));
    }
}
