using System.Globalization;
using NewCitizen.Appointments;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Queues;
using NodaTime;
using NodaTime.Text;

namespace Portal.Hall;

/// <summary>Days, times and states of the hall in the reader's words.</summary>
public static class HallTexts
{
    private static readonly LocalTimePattern s_time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly string[] s_chineseDays = ["", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"];

    public static string Time(LocalTime time) => s_time.Format(time);

    public static string Time(Instant at) => s_time.Format(at.InZone(ShanghaiTime.Zone).TimeOfDay);

    public static string Day(LocalDate date) => Words.IsChinese
        ? string.Create(CultureInfo.InvariantCulture, $"{date.Month}月{date.Day}日 {s_chineseDays[(int)date.DayOfWeek]}")
        : date.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    public static string State(TicketState state) => state switch
    {
        TicketState.Waiting => Words.T("等候", "Waiting"),
        TicketState.Called => Words.T("已叫号", "Called"),
        TicketState.Serving => Words.T("办理中", "At the window"),
        TicketState.Held => Words.T("暂挂", "Set aside"),
        TicketState.Served => Words.T("已办结", "Served"),
        TicketState.NoShow => Words.T("过号", "Did not come"),
        _ => Words.T("已离开", "Left"),
    };

    public static string State(AppointmentStatus status) => status switch
    {
        AppointmentStatus.Held => Words.T("占号中", "Held while you fill in"),
        AppointmentStatus.Offered => Words.T("候补到号，待确认", "A place is offered to you"),
        AppointmentStatus.Booked => Words.T("已预约", "Booked"),
        AppointmentStatus.Arrived => Words.T("已到场", "Arrived"),
        AppointmentStatus.Served => Words.T("已办理", "Served"),
        AppointmentStatus.NoShow => Words.T("爽约", "Did not come"),
        AppointmentStatus.Cancelled => Words.T("已取消", "Cancelled"),
        AppointmentStatus.Lapsed => Words.T("已失效", "Lapsed"),
        _ => Words.T("时段停办，等待电话通知", "The time is off; we will call you"),
    };

    public static string Window(string code) => Words.T($"{code} 窗口", $"Window {code}");

    public static string Kind(CentreKind kind) => kind switch
    {
        CentreKind.Hall => Words.T("服务大厅", "Service hall"),
        CentreKind.Station => Words.T("服务站", "Service station"),
        _ => Words.T("综合办公室", "General office"),
    };

    public static string Why(CallReason? reason) => reason switch
    {
        CallReason.FewerPlaces => Words.T("号源减少", "Fewer places"),
        CallReason.NotAnnounced => Words.T("节假日安排变动", "Holidays changed"),
        _ => Words.T("停办", "Closed then"),
    };

    /// <summary>Today's hours, or why there are none.</summary>
    public static string Hours(CentreDay day) => day.Status switch
    {
        CentreDayStatus.Open => string.Join(Words.T("、", ", "), day.Periods.Select(period => $"{Time(period.From)}–{Time(period.Until)}")),
        CentreDayStatus.NotAnnounced => Words.T("节假日安排尚未公布", "Holidays of that year are not announced"),
        _ => day.Reason is { } reason ? Words.T($"停办：{reason}", $"Closed: {reason}") : Words.T("休息", "Closed"),
    };
}
