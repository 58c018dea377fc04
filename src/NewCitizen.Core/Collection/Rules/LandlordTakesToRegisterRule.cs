using NewCitizen.Calendars;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>出租人带领申报、登记备案. The provisions name no time: a city may set one.</summary>
internal sealed class LandlordTakesToRegisterRule(IWorkCalendarSource calendars, DutyPolicies policies) : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.landlord-takes-to-register";

    /// <inheritdoc/>
    public override string ChineseName => "出租人带领承租人申报登记并备案";

    /// <inheritdoc/>
    public override string EnglishName => "Landlords take tenants from elsewhere to register and file their particulars";

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(Statutes.RentalPublicSecurity, "第七条")];

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Landlord;

    /// <inheritdoc/>
    public override StayDuty Assess(StayDutyFacts facts, LocalDate on)
    {
        return OutOfScope(facts, PersonGroup.Citizen, away: true, Dwelling.Rented)
            ?? Whenever(policies, facts, ("arrivedOn", facts.ArrivedOn), calendars.Current, ("landlordReportedOn", facts.LandlordReportedOn), on, LandlordDuty.Report);
    }
}
