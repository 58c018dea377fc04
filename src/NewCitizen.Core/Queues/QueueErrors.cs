using NewCitizen.Errors;

namespace NewCitizen.Queues;

/// <summary>What can be wrong with lines and tickets (NC24xx).</summary>
public static class QueueErrors
{
    internal static readonly ErrorFamily Family = new(2400, 2499);

    /// <summary>The centre has no queue setup.</summary>
    public static readonly ErrorCode NotConfigured = Family.Error(2400, "该服务中心尚未设置排队规则", "the queue of this centre is not configured");

    /// <summary>A text is empty, too long or not of its form; {0} is the form.</summary>
    public static readonly ErrorCode TextInvalid = Family.Error(2401, "内容为空、过长或格式不符（{0}）", "the text is empty, too long or malformed ({0})");

    /// <summary>A number or a time out of range.</summary>
    public static readonly ErrorCode NumberOutOfRange = Family.Error(2402, "数值超出范围（{0} 至 {1}）", "the number is out of range ({0} to {1})");

    /// <summary>Two lines share a prefix, or two classes a code.</summary>
    public static readonly ErrorCode CodeTwice = Family.Error(2403, "代码重复：{0}", "the code is used twice: {0}");

    /// <summary>An item is in two lines.</summary>
    public static readonly ErrorCode ItemTwice = Family.Error(2404, "同一事项不能属于两个排队类别", "an item is in two lines");

    /// <summary>No centre with this id.</summary>
    public static readonly ErrorCode CentreUnknown = Family.Error(2405, "没有该服务中心", "there is no such centre");

    /// <summary>A ticket names no item, or too many.</summary>
    public static readonly ErrorCode ItemsMissing = Family.Error(2410, "请选择 1 至 {0} 个事项", "name 1 to {0} items");

    /// <summary>An item has no line here.</summary>
    public static readonly ErrorCode ItemWithoutLine = Family.Error(2411, "该事项不在本中心排队办理", "the item has no line at this centre");

    /// <summary>Items of different lines need a ticket each.</summary>
    public static readonly ErrorCode ItemsOfTwoLines = Family.Error(2412, "所选事项属于不同的排队类别，请分别取号", "the items belong to different lines; take a ticket for each line");

    /// <summary>No such priority class.</summary>
    public static readonly ErrorCode PriorityUnknown = Family.Error(2413, "没有该优先类别", "there is no such priority class");

    /// <summary>No window handles all the items.</summary>
    public static readonly ErrorCode NoWindow = Family.Error(2414, "没有能办理所选全部事项的窗口，请分别取号", "no window handles all of these items; take a ticket for each");

    /// <summary>The centre is closed today; {0} is the reason shown to the public, or empty.</summary>
    public static readonly ErrorCode ClosedToday = Family.Error(2415, "今日不开放，停止取号。{0}", "closed today, no tickets are given. {0}");

    /// <summary>The holidays of the year are not announced; {0} is the year.</summary>
    public static readonly ErrorCode NotAnnounced = Family.Error(2416, "{0} 年的节假日安排尚未公布，不能取号", "the holidays of {0} are not announced, so no tickets are given");

    /// <summary>Before the first ticket; {0} is the time of day.</summary>
    public static readonly ErrorCode TooEarly = Family.Error(2417, "{0} 开始取号", "tickets are given from {0}");

    /// <summary>After the last ticket; {0} is the time of day.</summary>
    public static readonly ErrorCode TooLate = Family.Error(2418, "今日 {0} 起停止取号", "no more tickets are given today since {0}");

    /// <summary>No such booking at this centre.</summary>
    public static readonly ErrorCode BookingUnknown = Family.Error(2420, "没有该预约", "there is no such booking at this centre");

    /// <summary>The booking is for another day; {0} is that day.</summary>
    public static readonly ErrorCode BookingOtherDay = Family.Error(2421, "预约日期为 {0}，不是今天", "the booking is for {0}, not for today");

    /// <summary>The booking was cancelled, lapsed or is over.</summary>
    public static readonly ErrorCode BookingOver = Family.Error(2422, "该预约已取消、失效或已办理", "the booking was cancelled, has lapsed or is over");

    /// <summary>No such window.</summary>
    public static readonly ErrorCode WindowUnknown = Family.Error(2430, "没有该窗口", "there is no such window");

    /// <summary>The window has somebody; {0} is the number.</summary>
    public static readonly ErrorCode WindowBusy = Family.Error(2431, "窗口正在办理 {0}，请先结束", "the window is still busy with {0}");

    /// <summary>Nobody waits whom the window can serve.</summary>
    public static readonly ErrorCode NobodyWaits = Family.Error(2432, "没有可由本窗口办理的等候人员", "nobody waits whom this window can serve");

    /// <summary>The state does not allow it; {0} is the state.</summary>
    public static readonly ErrorCode StateForbids = Family.Error(2433, "号票当前状态（{0}）不允许该操作", "the ticket's state ({0}) does not allow this");

    /// <summary>The ticket is at another window.</summary>
    public static readonly ErrorCode OtherWindow = Family.Error(2434, "该号票不在本窗口", "the ticket is not at this window");

    /// <summary>The number was called again as often as allowed; {0} is how often.</summary>
    public static readonly ErrorCode RecallsUsed = Family.Error(2435, "重复叫号已达 {0} 次", "the number was called again {0} times, which is the limit");

    /// <summary>Too early for a no-show; {0} is how many seconds are left.</summary>
    public static readonly ErrorCode NoShowTooEarly = Family.Error(2436, "还需等候 {0} 秒才能作过号处理", "wait {0} more seconds before it is a no-show");

    /// <summary>The ticket is of another day.</summary>
    public static readonly ErrorCode OtherDay = Family.Error(2437, "号票不是今天的，已失效", "the ticket is of another day and no longer good");

    /// <summary>No such line.</summary>
    public static readonly ErrorCode GroupUnknown = Family.Error(2438, "没有该排队类别", "there is no such line");

    /// <summary>Too many did the same at once.</summary>
    public static readonly ErrorCode Busy = Family.Error(2439, "同时操作过多，请重试", "too many did this at once; retry");

    /// <summary>Came too late for the booking and is in the normal line; {0} is the grace in minutes.</summary>
    public static readonly ErrorCode CameLate = Family.Warning(2450, "已超过预约时间 {0} 分钟以上，按现场取号排队", "more than {0} minutes late for the booking: in the line as a walk-in");
}
