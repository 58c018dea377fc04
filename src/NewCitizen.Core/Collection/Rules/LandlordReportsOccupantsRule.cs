using NewCitizen.Calendars;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>报送承租人和实际居住人. The regulation leaves details to the Ministry of Public Security; its rule was not found, so there is no time unless a city set one.</summary>
internal sealed class LandlordReportsOccupantsRule(IWorkCalendarSource calendars, DutyPolicies policies) : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.landlord-reports-occupants";

    /// <inheritdoc/>
    public override string ChineseName => "出租人如实登记、报送承租人和实际居住人";

    /// <inheritdoc/>
    public override string EnglishName => "Landlords truthfully report the tenant and those who live there";

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(Statutes.HousingLease, "第三十七条")];

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Landlord;

    /// <inheritdoc/>
    public override StayDuty Assess(StayDutyFacts facts, LocalDate on)
    {
        if (OutOfScope(facts, dwellings: Dwelling.Rented) is { } outside)
        {
            return outside;
        }

        if (facts.LandlordReportedOn is not null && facts.OccupantsReported != true)
        {
            return facts.OccupantsReported is null
                ? NotKnown("occupantsReported")
                : new(Breached(LandlordDuty.Report, Fact("landlordReportedOn", facts.LandlordReportedOn), Fact("occupantsReported", facts.OccupantsReported)));
        }

        return Whenever(policies, facts, ("arrivedOn", facts.ArrivedOn), calendars.Current, ("landlordReportedOn", facts.LandlordReportedOn), on, LandlordDuty.Report);
    }
}
