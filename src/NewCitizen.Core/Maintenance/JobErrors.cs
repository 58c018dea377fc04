using NewCitizen.Errors;

namespace NewCitizen.Maintenance;

/// <summary>Why maintenance cannot be done (NC335x, 运维任务).</summary>
public static class JobErrors
{
    internal static readonly ErrorFamily Family = new(3350, 3399);

    /// <summary>No period was set for a rule; {0} is its name. Neither law nor this SDK sets one, so nothing is erased.</summary>
    public static readonly ErrorCode NotConfigured = Family.Warning(3350, "未设置“{0}”的保存期限，未作处理", "no period is set for '{0}'; nothing was done");

    /// <summary>A period that cannot be one; {0} is the rule.</summary>
    public static readonly ErrorCode PeriodInvalid = Family.Error(3351, "“{0}”的保存期限须为一天以上的整日、月、年", "the period for '{0}' must be whole days, months or years, at least a day");

    /// <summary>The person lives somewhere according to an open stay; {0} is how many.</summary>
    public static readonly ErrorCode StaysOpen = Family.Error(3352, "该人员尚有未退房的入住记录{0}条，请先办理退房", "the person has {0} open stays; end them first");

    /// <summary>Another host took the work over.</summary>
    public static readonly ErrorCode LeaseLost = Family.Error(3353, "任务“{0}”已由另一主机接管", "another host took over the job '{0}'");

    /// <summary>No agencies are named, so a job cannot know whose records to look at.</summary>
    public static readonly ErrorCode NoAgencies = Family.Warning(3354, "未设置机构清单，未作处理", "no agencies are named; nothing was done");

    /// <summary>A number stands on two files, one under an older index key; merge them. {0} is how many.</summary>
    public static readonly ErrorCode Doubled = Family.Warning(3355, "有{0}份档案的号码与另一份重复，请核实并合并", "{0} files hold a number that another file holds too; check and merge them");

    /// <summary>There is no such job; {0} is the name.</summary>
    public static readonly ErrorCode UnknownJob = Family.Error(3356, "没有名为“{0}”的任务", "there is no job '{0}'");
}
