using NewCitizen.Calendars;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>天津2022年指南. A guide, and one that names no time for the report: a city may set it.</summary>
internal sealed class TianjinLandlordRule(IWorkCalendarSource calendars, DutyPolicies policies) : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.tianjin-landlord";

    /// <inheritdoc/>
    public override string ChineseName => "在津出租人报送承租人并带领登记";

    /// <inheritdoc/>
    public override string EnglishName => "Tianjin: landlords send newcomers' particulars to the police and bring them to register";

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(DutyStatutes.TianjinGuide, "出租人")];

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Landlord;

    /// <inheritdoc/>
    public override DivisionCode? Division { get; } = DivisionCode.Parse("120000");

    /// <inheritdoc/>
    public override StayDuty Assess(StayDutyFacts facts, LocalDate on)
    {
        return OutOfScope(facts, PersonGroup.Citizen, away: true, Dwelling.Rented)
            ?? Whenever(policies, facts, ("arrivedOn", facts.ArrivedOn), calendars.Current, ("landlordReportedOn", facts.LandlordReportedOn), on, LandlordDuty.Report);
    }
}
