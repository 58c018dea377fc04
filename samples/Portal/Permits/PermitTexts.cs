using NewCitizen.Permits;
using NewCitizen.Rules;
using NodaTime;
using Portal.Forms;

namespace Portal.Permits;

/// <summary>Permits in the reader's words.</summary>
public static class PermitTexts
{
    public static IReadOnlyList<(string Value, string Text)> Routes =>
        [("Home", Words.T("合法稳定住所", "A stable home")), ("Job", Words.T("合法稳定就业", "A stable job")), ("Study", Words.T("连续就读", "Continuous study"))];

    public static IReadOnlyList<(string Value, string Text)> OtherPermits =>
        [(string.Empty, Words.T("没有", "None")), ("110000", Words.T("北京市居住证", "Of Beijing")), ("130000", Words.T("河北省居住证", "Of Hebei"))];

    public static string Route(PermitRoute route) => Routes.First(own => own.Value == route.ToString()).Text;

    public static string State(PermitState? state) => state switch
    {
        PermitState.Applied => Words.T("已申请", "Applied"),
        PermitState.SupplementAsked => Words.T("待补充材料", "Papers are missing"),
        PermitState.Supplemented => Words.T("已补充材料", "Papers came in"),
        PermitState.Accepted => Words.T("已受理", "Accepted"),
        PermitState.SignedOff => Words.T("已审核", "Signed off"),
        PermitState.NotAccepted => Words.T("不予受理", "Not accepted"),
        PermitState.Refused => Words.T("不予发证", "Refused"),
        PermitState.Withdrawn => Words.T("已撤回", "Withdrawn"),
        PermitState.Active => Words.T("有效", "In force"),
        PermitState.Suspended => Words.T("使用功能中止", "Suspended"),
        PermitState.Cancelled => Words.T("已注销", "Cancelled"),
        _ => "—",
    };

    public static string Act(PermitAct act) => act switch
    {
        PermitAct.Apply => Words.T("申领", "Applied for"),
        PermitAct.AskSupplement => Words.T("一次性告知所缺材料", "Told what is missing"),
        PermitAct.Supplement => Words.T("补充材料", "Papers came in"),
        PermitAct.Accept => Words.T("受理", "Accepted"),
        PermitAct.RefuseAcceptance => Words.T("不予受理", "Not accepted"),
        PermitAct.SignOff => Words.T("审核", "Signed off"),
        PermitAct.Extend => Words.T("延长期限", "Limit extended"),
        PermitAct.Issue => Words.T("签发", "Issued"),
        PermitAct.Refuse => Words.T("不予发证", "Refused"),
        PermitAct.Withdraw => Words.T("撤回", "Taken back"),
        PermitAct.Endorse => Words.T("签注", "Endorsed"),
        PermitAct.ReportLost => Words.T("挂失", "Reported lost"),
        PermitAct.ReportDamaged => Words.T("报损", "Reported damaged"),
        PermitAct.Replace => Words.T("换领、补领", "Card replaced"),
        PermitAct.MoveWithin => Words.T("地址变更", "Address changed"),
        PermitAct.MoveAway => Words.T("离开居住地", "Moved away"),
        PermitAct.MoveBack => Words.T("返回居住地", "Moved back"),
        PermitAct.Cancel => Words.T("注销", "Cancelled"),
        _ => Words.T("逾期未签注，使用功能中止", "Not endorsed: suspended"),
    };

    public static string Card(PermitCardState card) => card switch
    {
        PermitCardState.InHand => Words.T("在手", "With the holder"),
        PermitCardState.Damaged => Words.T("损坏", "Damaged"),
        PermitCardState.Lost => Words.T("丢失", "Lost"),
        _ => "—",
    };

    public static string Cause(PermitCancelReason cause) => cause switch
    {
        PermitCancelReason.HouseholdMovedHere => Words.T("已落户", "Household moved here"),
        PermitCancelReason.LeftForGood => Words.T("已离开居住地", "Left for good"),
        PermitCancelReason.Died => Words.T("死亡", "Died"),
        PermitCancelReason.ObtainedByFraud => Words.T("骗领", "Obtained by fraud"),
        PermitCancelReason.HolderRequest => Words.T("本人申请", "The holder asks for it"),
        _ => Words.T("签发有误", "Issued in error"),
    };

    public static string Name(LegalRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Words.IsChinese ? rule.ChineseName : char.ToUpperInvariant(rule.EnglishName[0]) + rule.EnglishName[1..];
    }

    public static string Verdict(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Verdict switch
        {
            NewCitizen.Rules.Verdict.Met => Words.T("符合", "Met"),
            NewCitizen.Rules.Verdict.Breached => Words.T("不符合", "Not met"),
            NewCitizen.Rules.Verdict.NotApplicable => Words.T("不适用", "Does not apply"),
            NewCitizen.Rules.Verdict.NotConfigured => Words.T("未设置", "Not configured"),
            _ => Words.T("情况不明", "Not known"),
        };
    }

    /// <summary>Years matter here: a window may lie in the next.</summary>
    public static string Day(LocalDate? day) => day is { } known ? PortalPage.Iso(known) : "—";
}
