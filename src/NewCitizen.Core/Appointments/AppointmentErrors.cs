using NewCitizen.Errors;

namespace NewCitizen.Appointments;

/// <summary>Why something about appointments was refused (NC2300–2379).</summary>
public static class AppointmentErrors
{
    internal static readonly ErrorFamily Family = new(2300, 2379);

    /// <summary>No such booking, or not this person's: the answer does not tell which.</summary>
    public static readonly ErrorCode UnknownBooking = Family.Error(2300, "没有找到预约，请核对预约号和证件号码后四位", "no such booking; check the number and the last four characters of the identity number");

    /// <summary>The link is not one we gave out.</summary>
    public static readonly ErrorCode LinkInvalid = Family.Error(2301, "链接无效", "the link is not valid");

    /// <summary>Not a booking number.</summary>
    public static readonly ErrorCode NumberInvalid = Family.Error(2302, "预约号有误", "this is not a booking number");

    /// <summary>The document shown is not that of the booking.</summary>
    public static readonly ErrorCode NotThisPerson = Family.Error(2303, "证件与预约人不符", "the document is not that of the person who booked");

    /// <summary>The centre is not there.</summary>
    public static readonly ErrorCode CentreUnknown = Family.Error(2304, "没有该服务中心", "there is no such centre");

    /// <summary>The item is not given out here.</summary>
    public static readonly ErrorCode ItemNotBookable = Family.Error(2305, "该事项不在此处预约", "this item cannot be booked here");

    /// <summary>The class of people is not one of the plan.</summary>
    public static readonly ErrorCode QuotaUnknown = Family.Error(2306, "没有该类预留名额", "the plan knows no such class of people");

    /// <summary>The slot lies in the past.</summary>
    public static readonly ErrorCode InThePast = Family.Error(2307, "该时段已过", "the slot lies in the past");

    /// <summary>It is too late to book the slot.</summary>
    public static readonly ErrorCode TooSoon = Family.Error(2308, "该时段已过预约截止时间", "it is too late to book this slot");

    /// <summary>The day cannot be booked yet; {0} is the last day that can.</summary>
    public static readonly ErrorCode BeyondWindow = Family.Error(2309, "该日期尚未开放预约，目前可预约至{0}", "this day cannot be booked yet; the last one is {0}");

    /// <summary>Nobody has set how far ahead one can book.</summary>
    public static readonly ErrorCode WindowNotConfigured = Family.Error(2310, "尚未开放预约（未设置预约期）", "booking is not open: no booking window is configured");

    /// <summary>The centre is closed then, or there is no such slot.</summary>
    public static readonly ErrorCode SlotClosed = Family.Error(2311, "该时段不办理", "the centre is closed then, or there is no such slot");

    /// <summary>The holidays of the year are not announced; {0} is the year.</summary>
    public static readonly ErrorCode YearNotAnnounced = Family.Error(2312, "{0}年节假日安排尚未公布，暂不能预约", "the holidays of {0} are not announced; no day of it can be booked yet");

    /// <summary>No place is left.</summary>
    public static readonly ErrorCode SlotFull = Family.Error(2313, "该时段已约满", "the slot is full");

    /// <summary>The places left are kept for classes of people.</summary>
    public static readonly ErrorCode QuotaFull = Family.Error(2314, "该时段剩余名额为预留名额", "the places left in this slot are kept for others");

    /// <summary>The item has no place left in the slot.</summary>
    public static readonly ErrorCode ItemLimitReached = Family.Error(2315, "该时段此事项已约满", "this item has no place left in the slot");

    /// <summary>The person is booked at that time.</summary>
    public static readonly ErrorCode SameSlotTwice = Family.Error(2316, "您在该时段已有预约", "the person already has a booking at that time");

    /// <summary>Too many bookings of the person on the day; {0} is the limit.</summary>
    public static readonly ErrorCode PersonDayLimit = Family.Error(2317, "每人每天最多预约{0}次", "a person can book {0} a day at most");

    /// <summary>Too many open bookings of the person; {0} is the limit.</summary>
    public static readonly ErrorCode PersonOpenLimit = Family.Error(2318, "每人未办理的预约最多{0}个", "a person can have {0} open bookings at most");

    /// <summary>The rules of credit block the person; {0} is the first day free again, {1} the rule.</summary>
    public static readonly ErrorCode BlockedByCredit = Family.Error(2319, "因违反预约规则暂停预约，{0}起恢复（规则：{1}）", "booking is blocked until {0} (rule: {1})");

    /// <summary>The hold or offer is over.</summary>
    public static readonly ErrorCode HoldOver = Family.Error(2320, "保留时间已过，请重新选择", "the time to confirm is over; choose again");

    /// <summary>Too late to change or cancel.</summary>
    public static readonly ErrorCode AfterCutOff = Family.Error(2321, "已过更改或取消的截止时间", "it is too late to change or cancel");

    /// <summary>The appointment is not in a state that allows this; {0} is the state.</summary>
    public static readonly ErrorCode WrongStatus = Family.Error(2322, "当前状态（{0}）不能进行此操作", "this cannot be done in the state {0}");

    /// <summary>The item is not offered.</summary>
    public static readonly ErrorCode ItemNotOffered = Family.Error(2323, "该事项目前不受理", "this item is not offered at present");

    /// <summary>The name is missing or wrong.</summary>
    public static readonly ErrorCode NameMissing = Family.Error(2324, "缺少姓名", "a name is required");

    /// <summary>Too many days were asked for; {0} is the limit.</summary>
    public static readonly ErrorCode TooManyDays = Family.Error(2325, "一次最多查询{0}天", "at most {0} days can be asked for at once");

    /// <summary>It is too early for this.</summary>
    public static readonly ErrorCode TooEarly = Family.Error(2326, "时间未到，不能进行此操作", "it is too early for this");

    /// <summary>The next time will count; {0} is the rule.</summary>
    public static readonly ErrorCode CreditWarning = Family.Warning(2330, "请注意按时办理，再次违反将暂停预约（规则：{0}）", "take care: the next time booking will be blocked (rule: {0})");

    /// <summary>There is no waiting list.</summary>
    public static readonly ErrorCode NoWaitlist = Family.Error(2340, "该预约不设候补", "there is no waiting list here");

    /// <summary>There is a free place: no need to wait.</summary>
    public static readonly ErrorCode PlaceIsFree = Family.Error(2341, "仍有余号，请直接预约", "there is a free place; book it instead");

    /// <summary>The person waits already.</summary>
    public static readonly ErrorCode WaitsAlready = Family.Error(2342, "您已在候补队列中", "the person is on this waiting list already");

    /// <summary>The entry no longer waits.</summary>
    public static readonly ErrorCode NotWaiting = Family.Error(2343, "候补已结束", "this entry of the waiting list is over");

    /// <summary>Nobody has to be called about it.</summary>
    public static readonly ErrorCode NotToCall = Family.Error(2350, "该预约不在通知名单中", "nobody has to be called about this booking");

    /// <summary>The person still has bookings or waits; {0} is how many.</summary>
    public static readonly ErrorCode StillOpen = Family.Error(2327, "还有{0}个未办理的预约或候补，请先取消", "{0} bookings or places in line are still open; cancel them first");
}
