using NewCitizen.Calendars;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Cases;

/// <summary>
/// Which limit runs in which state of a case. Acceptance: <see cref="SupplementRule"/>. Decision: the item's promised limit, else the statutory one, from the
/// day of acceptance (行政许可法第四十二条: 自受理之日起); so it does not run while a supplement is outstanding, which comes before acceptance
/// (第三十二条). Delivery: ten working days after a decision to grant (第四十四条).
/// </summary>
internal static class CaseLimits
{
    private const string Law = "中华人民共和国行政许可法";

    private static readonly WorkingDays s_deliver = new(10);
    private static readonly LegalBasis s_fromAcceptance = new(Law, "第三十二条、第四十二条");
    private static readonly LegalBasis s_delivery = new(Law, "第四十四条");

    public static CaseDue Due(ServiceCase own, WorkCalendar calendar) => own.State switch
    {
        CaseState.Submitted => CaseDue.Of(SupplementRule.TellWithin.After(ShanghaiTime.DateOf(own.SubmittedAt), calendar), SupplementRule.Basis),
        CaseState.SupplementAsked => CaseDue.NotRunning(s_fromAcceptance),
        CaseState.Supplemented => CaseDue.Of(SupplementRule.TellWithin.After(ShanghaiTime.DateOf(own.LastAt), calendar), SupplementRule.Basis),
        CaseState.Accepted when own.Limit is { } limit && own.AcceptedOn is { } day => CaseDue.Of(limit.After(ShanghaiTime.StartOfDay(day), calendar), own.LimitBasis),
        CaseState.Accepted => CaseDue.NotConfigured,
        CaseState.Granted => CaseDue.Of(s_deliver.After(ShanghaiTime.DateOf(own.LastAt), calendar), s_delivery),
        _ => CaseDue.NotRunning(),
    };

    /// <summary>Whether the time to say what is missing is over, so that the case counts as accepted on the day it was handed in.</summary>
    public static bool IsDeemedAccepted(ServiceCase own, WorkCalendar calendar, LocalDate today) =>
        own.State == CaseState.Submitted && Due(own, calendar).IsOver(today) == true;
}
