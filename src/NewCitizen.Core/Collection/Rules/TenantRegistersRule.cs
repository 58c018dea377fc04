using NewCitizen.Calendars;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>承租人申报. Whoever comes from elsewhere and lives in a rented home registers within three days, however short the stay; the day of arrival is not counted.</summary>
internal sealed class TenantRegistersRule(IWorkCalendarSource calendars) : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.tenant-registers";

    /// <inheritdoc/>
    public override string ChineseName => "承租人三日内申报登记";

    /// <inheritdoc/>
    public override string EnglishName => "Tenants from elsewhere register within three days";

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(Statutes.RentalPublicSecurity, "第八条")];

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Tenant;

    /// <inheritdoc/>
    public override StayDuty Assess(StayDutyFacts facts, LocalDate on)
    {
        return OutOfScope(facts, PersonGroup.Citizen, away: true, Dwelling.Rented)
            ?? (facts.ArrivedOn is { } arrived
                ? Within(("arrivedOn", arrived), new CalendarDays(3), calendars.Current, ("residentReportedOn", facts.ResidentReportedOn), on, TemporaryStay.Report)
                : NotKnown("arrivedOn"));
    }
}
