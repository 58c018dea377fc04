using NewCitizen.Calendars;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>浙江用人单位报送. Within three working days of the start of the employment.</summary>
internal sealed class ZhejiangEmployerStartRule(IWorkCalendarSource calendars) : StayDutyRule
{
    /// <inheritdoc/>
    public override string Code => "duty.zhejiang-employer-start";

    /// <inheritdoc/>
    public override string ChineseName => "浙江：用人单位自建立劳动关系起三个工作日内报送";

    /// <inheritdoc/>
    public override string EnglishName => "Zhejiang: employers report workers within three working days of the start";

    /// <inheritdoc/>
    public override IReadOnlyList<LegalSource> Sources { get; } = [new(DutyStatutes.Zhejiang, "第八条第一款")];

    /// <inheritdoc/>
    public override RuleSubject Binds => RuleSubject.Employer;

    /// <inheritdoc/>
    public override DivisionCode? Division { get; } = DivisionCode.Parse("330000");

    /// <inheritdoc/>
    public override StayDuty Assess(StayDutyFacts facts, LocalDate on)
    {
        return OutOfScope(facts, PersonGroup.Citizen, away: true)
            ?? (facts.EmployedSince is { } start
                ? Within(("employedSince", start), new WorkingDays(3), calendars.Current, ("employerReportedOn", facts.EmployerReportedOn), on, EmployerDuty.Report)
                : DoesNotApply(Fact("employedSince", facts.EmployedSince)));
    }
}
