using NewCitizen.Errors;

namespace NewCitizen.Collection;

/// <summary>What can be wrong with reports of arrivals and departures (NC280x to NC284x).</summary>
public static class CollectionErrors
{
    internal static readonly ErrorFamily Family = new(2800, 2849);

    /// <summary>Neither home nor address is named, or both.</summary>
    public static readonly ErrorCode PlaceUnclear = Family.Error(2800, "须填写房屋或地址之一", "name either the home or the address");

    /// <summary>The home is not there.</summary>
    public static readonly ErrorCode HomeMissing = Family.Error(2801, "没有该房屋", "there is no such home");

    /// <summary>A fact nobody knows.</summary>
    public static readonly ErrorCode FactUnknown = Family.Error(2802, "不认识的信息项", "there is no fact of this name");

    /// <summary>A fact's value cannot be one.</summary>
    public static readonly ErrorCode FactInvalid = Family.Error(2803, "信息项内容无效或超过{0}个字符", "the value of the fact is invalid or longer than {0} characters");

    /// <summary>An arrival in the future, or a day too far away.</summary>
    public static readonly ErrorCode DayImplausible = Family.Error(2804, "日期无效：到达不得晚于今天，离开不得晚于一年以后", "an arrival is not later than today, a departure not later than in a year");

    /// <summary>There is no stay to end or to change.</summary>
    public static readonly ErrorCode NoSuchStay = Family.Error(2805, "没有该人员在此处的居住记录", "the person has no stay on file at this place");

    /// <summary>Nobody confirms what he himself reported.</summary>
    public static readonly ErrorCode OwnReport = Family.Error(2806, "申报方不能自己核实自己申报的内容", "a report is confirmed by another party than its own");

    /// <summary>The fact is contested: it is decided, not confirmed.</summary>
    public static readonly ErrorCode FactContested = Family.Error(2807, "该信息项有不同申报，须核对后选择", "the fact is contested; it needs a decision");

    /// <summary>There is no such fact in this stay.</summary>
    public static readonly ErrorCode FactMissing = Family.Error(2808, "居住记录中没有该信息项", "the stay has no such fact");

    /// <summary>The choice is none of the values.</summary>
    public static readonly ErrorCode ChoiceInvalid = Family.Error(2809, "所选值不在待核对的值之中", "the choice is none of the values");

    /// <summary>A reason is empty or too long.</summary>
    public static readonly ErrorCode ReasonInvalid = Family.Error(2810, "理由为空或超过{0}个字符", "the reason is empty or longer than {0} characters");

    /// <summary>The task is no conflict, or no held report.</summary>
    public static readonly ErrorCode WrongTask = Family.Error(2811, "该任务不能这样处理", "the task is of another kind");

    /// <summary>A batch is empty or too large.</summary>
    public static readonly ErrorCode BatchSize = Family.Error(2812, "一批须有1至{0}条申报", "a batch has 1 to {0} reports");

    /// <summary>A report of a batch has no usable key.</summary>
    public static readonly ErrorCode KeyInvalid = Family.Error(2813, "申报的键须为1至64个可打印ASCII字符", "a report's key has 1 to 64 printable ASCII characters");

    /// <summary>A day of leaving before the day of arrival.</summary>
    public static readonly ErrorCode LeftBeforeArrival = Family.Error(2814, "离开日期早于到达日期", "the day of leaving lies before the day of arrival");

    /// <summary>Tasks about the person are open; {0} is their number.</summary>
    public static readonly ErrorCode TasksOpen = Family.Error(2815, "有{0}项关于该人员的核对或复核任务未办结", "{0} tasks about the person are not decided");

    /// <summary>The report is held until somebody looked at it.</summary>
    public static readonly ErrorCode ReportHeld = Family.Warning(2830, "姓名与已有档案不一致，申报已留存，待人工复核", "the name differs from the file; the report is kept until somebody has looked at it");

    /// <summary>Other reports state other values.</summary>
    public static readonly ErrorCode ValuesDiffer = Family.Warning(2831, "{0}与其他申报不一致，已生成核对任务", "another report states another value of {0}; somebody will check");

    /// <summary>Somebody with the same name and birth date is on file.</summary>
    public static readonly ErrorCode PerhapsTwice = Family.Warning(2832, "已有同名同生日人员的档案，已生成复核任务", "a person with this name and birth date is on file; somebody will check");
}
