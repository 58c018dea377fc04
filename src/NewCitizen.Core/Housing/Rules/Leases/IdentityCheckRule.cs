using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>出租人查验承租人身份证件.</summary>
internal sealed class IdentityCheckRule() : HousingRule<LeaseFacts>("lease.identity-check", "出租人查验承租人身份证件", "The landlord checks the tenant’s identity document", RuleSubject.Landlord, new LegalSource(Statutes.HousingLease, "第九条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        return facts.TenantRefusedIdentity == true
            ? Breached(new Remedy("不得出租给拒不出示身份证件的人", "do not let to who refuses to show a document"), Fact("tenantRefusedIdentity", true))
            : Require(new Remedy("查验承租人身份证件", "check the tenant’s document"), ("identityChecked", facts.IdentityChecked));
    }
}
