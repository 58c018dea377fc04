using NewCitizen.Calendars;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>浙江出租人报送. Within three working days of the start of the lease.</summary>
internal sealed class ZhejiangLandlordStartRule(IWorkCalendarSource calendars) : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.zhejiang-landlord-start";

    /// <inheritdoc/>
    public override string ChineseName => "浙江：出租人自建立租赁关系起三个工作日内报送";

    /// <inheritdoc/>
    public override string EnglishName => "Zhejiang: landlords report tenants within three working days of the start";

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(DutyStatutes.Zhejiang, "第九条第一款")];

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Landlord;

    /// <inheritdoc/>
    public override DivisionCode? Division { get; } = DivisionCode.Parse("330000");

    /// <inheritdoc/>
    public override StayDuty Assess(StayDutyFacts facts, LocalDate on)
    {
        return OutOfScope(facts, PersonGroup.Citizen, away: true, Dwelling.Rented)
            ?? (facts.LeaseSince is { } start
                ? Within(("leaseSince", start), new WorkingDays(3), calendars.Current, ("landlordReportedOn", facts.LandlordReportedOn), on, LandlordDuty.Report)
                : DoesNotApply(Fact("leaseSince", facts.LeaseSince)));
    }
}
