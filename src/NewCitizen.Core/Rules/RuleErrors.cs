using NewCitizen.Errors;

namespace NewCitizen.Rules;

/// <summary>What can be wrong with questions about rules (NC2970–NC2999).</summary>
public static class RuleErrors
{
    internal static readonly ErrorFamily Family = new(2970, 2999);

    /// <summary>There is no topic of this name; {0} is the name.</summary>
    public static readonly ErrorCode TopicUnknown = Family.Error(2970, "没有规则主题：{0}", "there is no topic of rules: {0}");

    /// <summary>There is no rule of this code; {0} is the code.</summary>
    public static readonly ErrorCode RuleUnknown = Family.Error(2971, "没有规则：{0}", "there is no rule: {0}");

    /// <summary>The facts are not what the topic asks for; {0} is the place in the file.</summary>
    public static readonly ErrorCode FactsUnreadable = Family.Error(2972, "事实与主题要求不符（{0}）", "the facts are not what the topic asks for ({0})");

    /// <summary>The events are not what a life is made of; {0} is the place in the file.</summary>
    public static readonly ErrorCode EventsUnreadable = Family.Error(2973, "事件不符合格式（{0}）", "the events are not in the form that is asked for ({0})");
}
