using NewCitizen.Calendars;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>浙江出租人报送终止. Within three working days of the end of the lease.</summary>
internal sealed class ZhejiangLandlordEndRule(IWorkCalendarSource calendars) : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.zhejiang-landlord-end";

    /// <inheritdoc/>
    public override string ChineseName => "浙江：出租人自终止租赁关系起三个工作日内报送";

    /// <inheritdoc/>
    public override string EnglishName => "Zhejiang: landlords report the end of a lease within three working days";

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(DutyStatutes.Zhejiang, "第九条第二款")];

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Landlord;

    /// <inheritdoc/>
    public override DivisionCode? Division { get; } = DivisionCode.Parse("330000");

    /// <inheritdoc/>
    public override StayDuty Assess(StayDutyFacts facts, LocalDate on)
    {
        return OutOfScope(facts, PersonGroup.Citizen, away: true, Dwelling.Rented)
            ?? (facts.LeaseEndedOn is { } start
                ? Within(("leaseEndedOn", start), new WorkingDays(3), calendars.Current, ("landlordLeaveReportedOn", facts.LandlordLeaveReportedOn), on, LandlordDuty.ReportEnd)
                : DoesNotApply(Fact("leaseEndedOn", facts.LeaseEndedOn)));
    }
}
