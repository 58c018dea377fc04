using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>租赁合同实名签订.</summary>
internal sealed class RealNameRule() : HousingRule<LeaseFacts>("lease.real-name", "租赁合同实名签订", "The lease names real people", RuleSubject.Landlord, new LegalSource(Statutes.HousingLease, "第八条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        return Require(new Remedy("以真实姓名重新签订", "sign again with real names"), ("realName", facts.RealName));
    }
}
