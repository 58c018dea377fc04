using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>第九条第五款: what is missing is told once, all together.</summary>
internal sealed class ToldOnceRule() : PermitRule("told-once", "材料不全的一次性告知", "what is missing is told once and all together", RuleSubject.Office, Order("第九条第五款"))
{
    public override Finding Judge(PermitFacts facts, LocalDate on) => facts.TimesTold switch
    {
        null => Unknown("timesTold"),
        <= 1 => Met(Count("timesTold", facts.TimesTold)),
        _ => Breached(new("不得再次要求补充；以首次告知的材料为准", "ask for nothing more than was told the first time"), Count("timesTold", facts.TimesTold)),
    };
}
