using NewCitizen.Errors;

namespace NewCitizen.Services;

/// <summary>What can be wrong with service items, centres, windows and booking plans (NC22xx).</summary>
public static class ServiceErrors
{
    internal static readonly ErrorFamily Family = new(2200, 2299);

    /// <summary>A code is not 1 to 20 of <c>a–z</c>, <c>0–9</c> and <c>-</c>.</summary>
    public static readonly ErrorCode CodeInvalid = Family.Error(2200, "代码须为1至20个小写字母、数字或连字符", "a code has 1 to 20 lower-case letters, digits and hyphens");

    /// <summary>Another item or centre of the agency has the code.</summary>
    public static readonly ErrorCode CodeTaken = Family.Error(2201, "该代码已被使用", "the code is taken");

    /// <summary>A text is empty, too long or holds control characters; {0} is the limit.</summary>
    public static readonly ErrorCode TextInvalid = Family.Error(2202, "内容为空、含控制字符或超过{0}个字符", "the text is empty, has control characters or is longer than {0} characters");

    /// <summary>A number is out of range.</summary>
    public static readonly ErrorCode NumberOutOfRange = Family.Error(2203, "数值超出范围（{0} 至 {1}）", "the number is out of range ({0} to {1})");

    /// <summary>A code, item or day stands twice in one list.</summary>
    public static readonly ErrorCode Twice = Family.Error(2204, "列表中有重复项", "the list holds this twice");

    /// <summary>A list is too long; {0} is the limit.</summary>
    public static readonly ErrorCode TooMany = Family.Error(2205, "最多{0}项", "{0} entries at most");

    /// <summary>A time limit in a unit that has no meaning here, or of a size nobody means.</summary>
    public static readonly ErrorCode LimitInvalid = Family.Error(2206, "此处不能使用该单位或长度的时限", "a time limit of this unit or length cannot stand here");

    /// <summary>The office promises more time than the law leaves it. 优化营商环境条例 Art. 36: a limit may be shortened.</summary>
    public static readonly ErrorCode PromiseTooLong = Family.Error(2207, "承诺时限不得长于法定时限", "the promised limit is longer than the statutory one");

    /// <summary>A value is none of those that are defined.</summary>
    public static readonly ErrorCode ValueUnknown = Family.Error(2208, "不是已定义的取值", "this is not one of the defined values");

    /// <summary>Open periods overlap, are out of order, or end before they begin.</summary>
    public static readonly ErrorCode PeriodsInvalid = Family.Error(2209, "开放时段须先后有序、互不重叠，且止时晚于起时", "open periods must be in order, apart, and end after they begin");

    /// <summary>A window's label is not 1 to 10 of <c>A–Z</c>, <c>0–9</c> and <c>-</c>.</summary>
    public static readonly ErrorCode WindowCodeInvalid = Family.Error(2210, "窗口编号须为1至10个大写字母、数字或连字符", "a window's label has 1 to 10 capital letters, digits and hyphens");

    /// <summary>An item draws on two plans of one centre.</summary>
    public static readonly ErrorCode ItemInTwoPlans = Family.Error(2211, "同一事项不能属于同一中心的两个放号规则", "an item can be in one booking plan of a centre only");

    /// <summary>More places are kept for classes than there are; {0} is how many there are.</summary>
    public static readonly ErrorCode QuotasTooLarge = Family.Error(2212, "各类预留名额之和超过每时段名额（{0}）", "more places are kept for classes than a slot has ({0})");

    /// <summary>A limit for an item that is not in the plan.</summary>
    public static readonly ErrorCode ItemNotInPlan = Family.Error(2213, "该事项不在本放号规则内", "the item is not in this booking plan");

    /// <summary>There is no such item in the agency.</summary>
    public static readonly ErrorCode ItemUnknown = Family.Error(2214, "没有该事项", "there is no such service item");

    /// <summary>A plan that was removed had this code; slots and bookings of then are known by it.</summary>
    public static readonly ErrorCode PlanRetired = Family.Error(2215, "该放号规则代码曾被使用并已停用，不能再用", "a booking plan that was removed had this code; take another");

    /// <summary>Places follow the windows, but no window handles an item of the plan.</summary>
    public static readonly ErrorCode NoWindowForPlan = Family.Error(2216, "名额随窗口而定，但没有窗口办理其中任何事项", "places follow the windows, but no window handles an item of the plan");

    /// <summary>A closure or opening ends before it begins, or lasts longer than a year.</summary>
    public static readonly ErrorCode DaysInvalid = Family.Error(2217, "停办或加开的止日早于起日，或超过366天", "the closure or opening ends before it begins, or is longer than 366 days");

    /// <summary>A closure or opening of days that are over.</summary>
    public static readonly ErrorCode DaysOver = Family.Error(2218, "日期已过", "the days are over");

    /// <summary>An opening without a period.</summary>
    public static readonly ErrorCode NoPeriod = Family.Error(2219, "加开须至少有一个时段", "an opening needs a period");

    /// <summary>A data file of centres cannot be read.</summary>
    public static readonly ErrorCode FileUnreadable = Family.Error(2220, "服务中心数据文件无法读取", "the file of centres cannot be read");

    /// <summary>The item's code is not in the data file nor on file.</summary>
    public static readonly ErrorCode FileItemUnknown = Family.Error(2221, "数据文件引用的事项“{0}”不存在", "the file names the item '{0}', which does not exist");
}
