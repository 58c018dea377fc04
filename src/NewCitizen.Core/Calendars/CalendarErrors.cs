using NewCitizen.Errors;

namespace NewCitizen.Calendars;

/// <summary>What can be said about the work calendar and its files (NC1300–NC1399).</summary>
public static class CalendarErrors
{
    internal static readonly ErrorFamily Family = new(1300, 1399);

    /// <summary>A needed year has no announced holidays; argument: the year.</summary>
    public static readonly ErrorCode NotAnnounced = Family.Error(1300, "{0}年的放假安排尚未公布或未装入", "the holidays of {0} are not announced or not loaded");

    /// <summary>The file is no JSON of the expected form.</summary>
    public static readonly ErrorCode Unreadable = Family.Error(1310, "节假日文件不是规定格式的JSON", "the holiday file is not JSON of the expected form");

    /// <summary>The year is missing or outside 1949–2200.</summary>
    public static readonly ErrorCode Year = Family.Error(1311, "年份缺失或超出范围", "the year is missing or out of range");

    /// <summary>Not a date of the form yyyy-MM-dd.</summary>
    public static readonly ErrorCode Date = Family.Error(1312, "不是有效日期（应为 yyyy-MM-dd）", "not a valid date (yyyy-MM-dd)");

    /// <summary>A date of another year; arguments: the date, the year of the file.</summary>
    public static readonly ErrorCode OtherYear = Family.Error(1313, "{0}不在{1}年内", "{0} is not in {1}");

    /// <summary>A day both off and worked; argument: the date.</summary>
    public static readonly ErrorCode OffAndWork = Family.Error(1314, "{0}既列为放假又列为上班", "{0} is given both as a day off and as a workday");

    /// <summary>A make-up workday that is no Saturday or Sunday; argument: the date.</summary>
    public static readonly ErrorCode MakeUpNotWeekend = Family.Error(1315, "调休上班日{0}不是周六或周日", "the make-up workday {0} is not a Saturday or Sunday");

    /// <summary>A day given twice; argument: the date.</summary>
    public static readonly ErrorCode Twice = Family.Error(1316, "{0}重复", "{0} is given twice");

    /// <summary>A holiday that ends before it begins.</summary>
    public static readonly ErrorCode Reversed = Family.Error(1317, "假期的止日早于起日", "the holiday ends before it begins");

    /// <summary>No notice is named as the source.</summary>
    public static readonly ErrorCode NoNotice = Family.Error(1318, "未注明放假通知的标题或文号", "no notice is named as the source");

    /// <summary>No holiday at all: surely not a finished file.</summary>
    public static readonly ErrorCode NoHoliday = Family.Error(1319, "没有任何假期", "there is no holiday");

    /// <summary>A holiday without a name.</summary>
    public static readonly ErrorCode NoName = Family.Error(1320, "假期没有名称", "the holiday has no name");
}
