using NewCitizen.Calendars;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>停止租赁注销. The provisions name no time: a city may set one.</summary>
internal sealed class LandlordEndsLettingRule(IWorkCalendarSource calendars, DutyPolicies policies) : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.landlord-ends-letting";

    /// <inheritdoc/>
    public override string ChineseName => "停止租赁的，出租人办理注销";

    /// <inheritdoc/>
    public override string EnglishName => "Landlords deregister when they stop letting";

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(Statutes.RentalPublicSecurity, "第七条")];

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Landlord;

    /// <inheritdoc/>
    public override StayDuty Assess(StayDutyFacts facts, LocalDate on)
    {
        return OutOfScope(facts, dwellings: Dwelling.Rented)
            ?? (facts.LettingEndedOn is null
                ? DoesNotApply(Fact("lettingEndedOn", facts.LettingEndedOn))
                : Whenever(policies, facts, ("lettingEndedOn", facts.LettingEndedOn), calendars.Current, ("lettingEndReportedOn", facts.LettingEndReportedOn), on, LandlordDuty.ReportEnd));
    }
}
