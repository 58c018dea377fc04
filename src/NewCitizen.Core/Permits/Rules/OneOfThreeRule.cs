using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>第二条: one of a lawful stable job, a lawful stable home, continuous study.</summary>
internal sealed class OneOfThreeRule() : PermitRule(
    "one-of-three", "有合法稳定就业、合法稳定住所、连续就读条件之一", "a stable job, a stable home or continuous study", RuleSubject.Resident, Order("第二条"))
{
    public override Finding Judge(PermitFacts facts, LocalDate on)
    {
        StatedFact[] used = [Yes("hasJob", facts.HasJob), Yes("hasHome", facts.HasHome), Yes("studies", facts.Studies)];
        if (facts.HasJob == true || facts.HasHome == true || facts.Studies == true)
        {
            return Met([.. used.Where(fact => fact.Value == "true")]);
        }

        string[] open = [.. used.Where(fact => fact.Value is null).Select(fact => fact.Name)];
        return open.Length > 0
            ? Unknown(open)
            : Breached(new("三个条件须具备其一：合法稳定就业、合法稳定住所、连续就读", "one of the three is needed: a stable job, a stable home, continuous study"), used);
    }
}
