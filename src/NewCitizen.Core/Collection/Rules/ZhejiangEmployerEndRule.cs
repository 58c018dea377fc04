using NewCitizen.Calendars;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>浙江用人单位报送终止. Within three working days of the end of the employment.</summary>
internal sealed class ZhejiangEmployerEndRule(IWorkCalendarSource calendars) : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.zhejiang-employer-end";

    /// <inheritdoc/>
    public override string ChineseName => "浙江：用人单位自终止劳动关系起三个工作日内报送";

    /// <inheritdoc/>
    public override string EnglishName => "Zhejiang: employers report the end of an employment within three working days";

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(DutyStatutes.Zhejiang, "第八条第二款")];

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Employer;

    /// <inheritdoc/>
    public override DivisionCode? Division { get; } = DivisionCode.Parse("330000");

    /// <inheritdoc/>
    public override StayDuty Assess(StayDutyFacts facts, LocalDate on)
    {
        return OutOfScope(facts, PersonGroup.Citizen, away: true)
            ?? (facts.EmploymentEndedOn is { } start
                ? Within(("employmentEndedOn", start), new WorkingDays(3), calendars.Current, ("employerLeaveReportedOn", facts.EmployerLeaveReportedOn), on, EmployerDuty.ReportEnd)
                : DoesNotApply(Fact("employmentEndedOn", facts.EmploymentEndedOn)));
    }
}
