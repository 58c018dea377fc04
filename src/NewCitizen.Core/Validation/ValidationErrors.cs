using NewCitizen.Errors;

namespace NewCitizen.Validation;

/// <summary>Answers of rules a host added without a code of the catalogue (NC7010–NC7019).</summary>
public static class ValidationErrors
{
    internal static readonly ErrorFamily Family = new(7010, 7019);

    /// <summary>A rule of the host refused the value.</summary>
    public static readonly ErrorCode RuleFailed = Family.Error(7010, "不符合本单位的规则", "a rule of this office refuses the value");

    /// <summary>A rule of the host warns.</summary>
    public static readonly ErrorCode RuleWarns = Family.Warning(7011, "按本单位的规则需要核对", "a rule of this office asks to check the value");
}
