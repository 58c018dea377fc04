using NewCitizen.Calendars;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>浙江变更登记. Within ten calendar days of the change; the regulation lets no holiday move them.</summary>
internal sealed class ZhejiangChangeRule(IWorkCalendarSource calendars) : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.zhejiang-change";

    /// <inheritdoc/>
    public override string ChineseName => "浙江：地址、服务处所变更十日内办理变更登记";

    /// <inheritdoc/>
    public override string EnglishName => "Zhejiang: changes of address or workplace are reported within ten days";

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(DutyStatutes.Zhejiang, "第十三条")];

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Resident;

    /// <inheritdoc/>
    public override DivisionCode? Division { get; } = DivisionCode.Parse("330000");

    /// <inheritdoc/>
    public override StayDuty Assess(StayDutyFacts facts, LocalDate on)
    {
        return OutOfScope(facts, PersonGroup.Citizen, away: true)
            ?? (facts.ChangedOn is { } start
                ? Within(("changedOn", start), new CalendarDays(10), calendars.Current, ("changeReportedOn", facts.ChangeReportedOn), on, TemporaryStay.Report)
                : DoesNotApply(Fact("changedOn", facts.ChangedOn)));
    }
}
