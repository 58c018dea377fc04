using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>第九条第三款: who may have a guardian or close relative apply, and with which papers.</summary>
internal sealed class AgentRule() : PermitRule(
    "agent", "未满16周岁及行动不便的老年人、残疾人等可由监护人、近亲属代办", "a guardian or close relative may apply for a minor or a person who can hardly come", RuleSubject.Resident, Order("第九条第三款"))
{
    public const int FullAge = 16;

    public override Finding Judge(PermitFacts facts, LocalDate on)
    {
        if (facts.ByAgent is not { } byAgent)
        {
            return Unknown("byAgent");
        }

        if (!byAgent)
        {
            return NotApplicable(Yes("byAgent", false));
        }

        StatedFact[] used = [Count("age", facts.Age), Yes("hardlyMobile", facts.HardlyMobile)];
        if (facts.Age < FullAge || facts.HardlyMobile == true)
        {
            return facts.Papers is null ? Unknown("papers")
                : facts.Papers.Contains("id-card", StringComparer.Ordinal) && facts.Papers.Contains("agent-id", StringComparer.Ordinal) ? Met(used)
                : Breached(new("须提供委托人和代办人双方的有效身份证件", "both identity documents are needed"), used);
        }

        string[] open = [.. used.Where(fact => fact.Value is null).Select(fact => fact.Name)];
        return open.Length > 0 ? Unknown(open) : Breached(new("请本人办理", "the applicant must come in person"), used);
    }
}
