using NewCitizen.Inspections;
using NewCitizen.Plates;

namespace Portal.Field;

/// <summary>Names of grades, states and reasons in the reader's language.</summary>
public static class FieldTexts
{
    public static string Of(RiskGrade? grade) => grade switch
    {
        RiskGrade.Red => Words.T("红色", "Red"),
        RiskGrade.Yellow => Words.T("黄色", "Yellow"),
        RiskGrade.Green => Words.T("绿色", "Green"),
        _ => Words.T("未分级", "Not graded"),
    };

    public static string TagOf(RiskGrade? grade) => grade switch
    {
        RiskGrade.Red => "bad",
        RiskGrade.Yellow => "warn",
        RiskGrade.Green => "good",
        _ => string.Empty,
    };

    public static string Of(HazardState state) => state switch
    {
        HazardState.Found => Words.T("待下达通知", "To be told"),
        HazardState.Noticed => Words.T("整改中", "Being put right"),
        HazardState.Corrected => Words.T("复查合格，待闭环", "Put right, to be closed"),
        _ => Words.T("已闭环", "Closed"),
    };

    public static string Of(HazardSeverity severity) => severity == HazardSeverity.Major ? Words.T("重大", "Major") : Words.T("一般", "Ordinary");

    public static string Of(HazardAct act) => act switch
    {
        HazardAct.Find => Words.T("发现", "Found"),
        HazardAct.Notice => Words.T("下达整改通知", "Landlord told"),
        HazardAct.RecheckFailed => Words.T("复查不合格", "Re-check failed"),
        HazardAct.RecheckPassed => Words.T("复查合格", "Re-check passed"),
        HazardAct.Close => Words.T("闭环", "Closed"),
        _ => Words.T("升级督办", "Escalated"),
    };

    public static string Of(PlateRevocation reason) => reason switch
    {
        PlateRevocation.Lost => Words.T("遗失", "Lost"),
        PlateRevocation.Damaged => Words.T("损坏", "Damaged"),
        PlateRevocation.NoLongerLet => Words.T("不再出租", "No longer let"),
        PlateRevocation.Misused => Words.T("误装或被冒用", "Wrong door or misused"),
        _ => Words.T("密钥不再可信", "Key no longer trusted"),
    };

    public static string Of(AnswerVerdict verdict) => verdict switch
    {
        AnswerVerdict.Pass => Words.T("合格", "As it should be"),
        AnswerVerdict.Fail => Words.T("不合格", "Not so"),
        _ => Words.T("不涉及", "Does not apply"),
    };

    public static string NameOf(InspectionTemplate? template) => template is null ? "—" : Words.T(template.Chinese, template.English);

    public static string DueOf(HazardLine line) => line.Due switch
    {
        { LastDay: { } day } => Words.T($"{Forms.PortalPage.Iso(day)} 前", $"by {Forms.PortalPage.Iso(day)}"),
        { NotAnnouncedYear: { } year } => Words.T($"{year} 年放假安排未公布，期限不明", $"unknown: the holidays of {year} are not announced"),
        _ => "—",
    };
}
