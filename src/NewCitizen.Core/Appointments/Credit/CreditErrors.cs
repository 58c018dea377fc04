using NewCitizen.Errors;

namespace NewCitizen.Appointments.Credit;

/// <summary>What can be wrong with a file of rules of booking credit (NC2380–2399).</summary>
public static class CreditErrors
{
    internal static readonly ErrorFamily Family = new(2380, 2399);

    /// <summary>The file is not JSON of the expected form, or holds more than 50 rules.</summary>
    public static readonly ErrorCode Unreadable = Family.Error(2380, "预约信用规则文件无法读取，或有未知的项", "the file of booking credit rules cannot be read or has an unknown member");

    /// <summary>A code of a wrong form.</summary>
    public static readonly ErrorCode CodeInvalid = Family.Error(2381, "规则代码须为1至40个小写字母、数字或连字符", "a rule's code has 1 to 40 lower-case letters, digits or hyphens");

    /// <summary>A code given twice; {0} is the code.</summary>
    public static readonly ErrorCode CodeTwice = Family.Error(2382, "规则代码{0}重复", "the rule code {0} is given twice");

    /// <summary>A rule without a name, or with one too long.</summary>
    public static readonly ErrorCode NameInvalid = Family.Error(2383, "规则名称须为1至60个字符", "a rule's name has 1 to 60 characters");

    /// <summary>A kind of event or window that is not known, or days of a window that do not go with it.</summary>
    public static readonly ErrorCode UnknownWord = Family.Error(2384, "事件或计数周期有误（滚动周期须写天数，其他周期不写）", "the event or the window is not known, or its days do not go with it");

    /// <summary>A rule that neither warns nor blocks.</summary>
    public static readonly ErrorCode NoConsequence = Family.Error(2385, "规则既不提醒也不限制", "the rule neither warns nor blocks");

    /// <summary>A rule that blocks without saying for how long, or says it without blocking.</summary>
    public static readonly ErrorCode BlockUnclear = Family.Error(2386, "限制期限不明确（endOfMonth，或 days 加天数）", "it is not clear how long the rule blocks (endOfMonth, or days with a number)");

    /// <summary>A number out of range; {0} and {1} are the limits.</summary>
    public static readonly ErrorCode NumberOutOfRange = Family.Error(2387, "数值超出范围（{0} 至 {1}）", "the number is out of range ({0} to {1})");
}
