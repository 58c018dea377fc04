using NewCitizen.Calendars;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>浙江中介报送. Within three working days of the day the parties were brought together.</summary>
internal sealed class ZhejiangBrokerRule(IWorkCalendarSource calendars) : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.zhejiang-broker";

    /// <inheritdoc/>
    public override string ChineseName => "浙江：中介机构自介绍成功起三个工作日内报送";

    /// <inheritdoc/>
    public override string EnglishName => "Zhejiang: agencies report those they brought together within three working days";

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(DutyStatutes.Zhejiang, "第十一条")];

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Broker;

    /// <inheritdoc/>
    public override DivisionCode? Division { get; } = DivisionCode.Parse("330000");

    /// <inheritdoc/>
    public override StayDuty Assess(StayDutyFacts facts, LocalDate on)
    {
        return OutOfScope(facts, PersonGroup.Citizen, away: true)
            ?? (facts.BrokeredOn is { } start
                ? Within(("brokeredOn", start), new WorkingDays(3), calendars.Current, ("brokerReportedOn", facts.BrokerReportedOn), on, LandlordDuty.Report)
                : DoesNotApply(Fact("brokeredOn", facts.BrokeredOn)));
    }
}
