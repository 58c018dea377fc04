using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>第十八、十九条: misuse of permits and what it costs.</summary>
internal sealed class MisuseRule(string code, string chinese, string english, string article, string fine, params IReadOnlyList<string> acts) : PermitRule(code, chinese, english, RuleSubject.Resident, Order(article))
{
    public static MisuseRule Misuse { get; } = new(
        "misuse", "不得骗领、出租、出借、转让、非法扣押居住证", "no false papers, lending or withholding of a permit", "第十八条", "0-200", "false-papers", "lent", "withheld");

    public static MisuseRule Forgery { get; } = new(
        "forgery", "不得冒用、使用骗领或买卖、使用伪造的居住证", "no use of another's, a fraudulent or a forged permit", "第十九条", "200-1000", "used-anothers", "used-fraudulent", "traded-forged");

    public override Finding Judge(PermitFacts facts, LocalDate on) =>
        facts.Misuse is null ? Unknown("misuse")
        : string.Equals(facts.Misuse, "none", StringComparison.Ordinal) ? Met(Text("misuse", "none"))
        : acts.Contains(facts.Misuse, StringComparer.Ordinal) ? Breached(
            new("由公安机关责令改正并依法处罚", "the police order it to be put right and fine it"), Text("misuse", facts.Misuse), Text("fineYuan", fine))
        : NotApplicable(Text("misuse", facts.Misuse));
}
