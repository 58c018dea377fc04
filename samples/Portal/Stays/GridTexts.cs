using NewCitizen.Cases;
using NewCitizen.Collection;
using NewCitizen.Grid;
using NodaTime.Text;

namespace Portal.Stays;

/// <summary>Words of the grid, in the reader's language.</summary>
internal static class GridTexts
{
    public static string Kind(GridTaskKind kind) => kind switch
    {
        GridTaskKind.Visit => Words.T("走访", "Visit"),
        GridTaskKind.Conflict => Words.T("信息核对", "Conflict"),
        GridTaskKind.Review => Words.T("复核", "Review"),
        GridTaskKind.HazardFollowUp => Words.T("隐患跟进", "Hazard"),
        _ => Words.T("其他", "Other"),
    };

    public static string State(GridTaskState state) => state switch
    {
        GridTaskState.Open => Words.T("待领取", "Open"),
        GridTaskState.Taken => Words.T("处理中", "Taken"),
        GridTaskState.Done => Words.T("已办结", "Done"),
        _ => Words.T("已取消", "Cancelled"),
    };

    public static string Party(ReportingParty party) => party switch
    {
        ReportingParty.Resident => Words.T("本人", "Resident"),
        ReportingParty.Landlord => Words.T("出租人", "Landlord"),
        ReportingParty.Employer => Words.T("用人单位", "Employer"),
        _ => Words.T("网格员", "Grid worker"),
    };

    public static string Confidence(FactConfidence confidence) => confidence switch
    {
        FactConfidence.Hearsay => Words.T("听说", "hearsay"),
        FactConfidence.Stated => Words.T("单方申报", "stated"),
        FactConfidence.Confirmed => Words.T("双方一致", "confirmed"),
        _ => Words.T("现场核实", "verified"),
    };

    public static string Fact(string name) => name switch
    {
        StayFacts.ArrivedOn => Words.T("入住日期", "Arrived on"),
        StayFacts.LeftOn => Words.T("离开日期", "Left on"),
        StayFacts.Room => Words.T("房间", "Room"),
        StayFacts.Bed => Words.T("床位", "Bed"),
        StayFacts.Phone => Words.T("手机号码", "Mobile number"),
        StayFacts.Employer => Words.T("工作单位", "Employer"),
        StayFacts.InflowReason => Words.T("来本地原因", "Reason for coming"),
        StayFacts.DwellingType => Words.T("住所类型", "Kind of dwelling"),
        StayFacts.PlannedDays => Words.T("拟住天数", "Days planned"),
        "duplicate" => Words.T("疑似重复档案", "Perhaps one person twice"),
        "name" => Words.T("姓名与档案不一致", "Name differs from the file"),
        _ => name,
    };

    public static string Due(CaseDue due) => due.Status switch
    {
        CaseDueStatus.Known => LocalDatePattern.Iso.Format(due.LastDay!.Value),
        CaseDueStatus.NotConfigured => Words.T("未设时限", "not set"),
        CaseDueStatus.NotAnnounced => Words.T("放假安排未公布", "holidays not announced"),
        _ => "—",
    };
}
