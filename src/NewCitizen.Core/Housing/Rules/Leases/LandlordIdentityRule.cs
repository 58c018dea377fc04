using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>出租人出示身份证件和权属证明.</summary>
internal sealed class LandlordIdentityRule() : HousingRule<LeaseFacts>("lease.landlord-identity", "出租人出示身份证件和权属证明", "The landlord shows identity and title", RuleSubject.Landlord, new LegalSource(Statutes.HousingLease, "第九条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        return Require(new Remedy("向承租人出示身份证件和房屋权属证明", "show identity and title to the tenant"), ("identity", facts.LandlordShowedIdentity), ("title", facts.LandlordShowedTitle));
    }
}
