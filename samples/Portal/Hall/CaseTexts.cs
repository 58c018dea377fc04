using NewCitizen.Calendars;
using NewCitizen.Cases;
using NodaTime;

namespace Portal.Hall;

/// <summary>Cases and ratings in the reader's words.</summary>
public static class CaseTexts
{
    public static string State(CaseState state) => state switch
    {
        CaseState.Submitted => Words.T("已提交", "Handed in"),
        CaseState.SupplementAsked => Words.T("待补正", "Papers are missing"),
        CaseState.Supplemented => Words.T("已补正", "Papers came in"),
        CaseState.Accepted => Words.T("已受理", "Accepted"),
        CaseState.NotAccepted => Words.T("不予受理", "Not accepted"),
        CaseState.Granted => Words.T("准予", "Granted"),
        CaseState.Refused => Words.T("不予批准", "Refused"),
        CaseState.Delivered => Words.T("已送达", "Delivered"),
        _ => Words.T("已撤回", "Withdrawn"),
    };

    public static string Act(CaseAct act) => act switch
    {
        CaseAct.Submit => Words.T("提交", "Handed in"),
        CaseAct.Accept => Words.T("受理", "Accepted"),
        CaseAct.RefuseAcceptance => Words.T("不予受理", "Not accepted"),
        CaseAct.AskSupplement => Words.T("告知补正", "Asked for papers"),
        CaseAct.Supplement => Words.T("补正", "Papers came in"),
        CaseAct.Grant => Words.T("准予", "Granted"),
        CaseAct.Refuse => Words.T("不予批准", "Refused"),
        CaseAct.Deliver => Words.T("送达", "Delivered"),
        _ => Words.T("撤回", "Withdrawn"),
    };

    public static string Level(RatingLevel level) => level switch
    {
        RatingLevel.VerySatisfied => Words.T("非常满意", "Very satisfied"),
        RatingLevel.Satisfied => Words.T("满意", "Satisfied"),
        RatingLevel.Fair => Words.T("基本满意", "Fairly satisfied"),
        RatingLevel.Dissatisfied => Words.T("不满意", "Dissatisfied"),
        _ => Words.T("非常不满意", "Very dissatisfied"),
    };

    /// <summary>Until when it is to be decided, or why nobody can say.</summary>
    public static string Due(CaseDue due, LocalDate today) => due switch
    {
        { LastDay: { } day } => HallTexts.Day(day) + (today > day ? Words.T("（已超期）", " (overdue)") : string.Empty),
        { NotAnnouncedYear: { } year } => Words.T($"{year} 年节假日尚未公布", $"holidays of {year} are not announced"),
        { Status: CaseDueStatus.NotConfigured } => Words.T("未设置期限", "no limit is configured"),
        _ => "—",
    };
}
