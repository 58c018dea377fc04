using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>第十一条: a damaged or lost card is replaced, a damaged one against the old card.</summary>
internal sealed class ReplacementRule() : PermitRule("replacement", "损坏或丢失的应当换领、补领，换领交回原证", "a damaged or lost card is replaced; a damaged one is handed in", RuleSubject.Resident, Order("第十一条"))
{
    public override Finding Judge(PermitFacts facts, LocalDate on)
    {
        StatedFact[] used = [Text("card", facts.Card), Yes("replacing", facts.Replacing), Yes("oldCardReturned", facts.OldCardReturned)];
        return (facts.Card, facts.Replacing == true) switch
        {
            ("in-hand", _) => NotApplicable(used),
            ("damaged" or "lost", false) => Breached(new("到派出所或受委托的社区服务机构办理换领、补领", "apply for a replacement"), used),
            ("damaged", true) when facts.OldCardReturned != true => Breached(new("交回原证", "hand in the old card"), used),
            ("damaged" or "lost", true) => Met(used),
            _ => Unknown("card"),
        };
    }
}
