using NewCitizen.Housing.Policies;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>登记承租人情况并向派出所备案.</summary>
internal sealed class TenantFileRule() : HousingRule<LeaseFacts>("lease.tenant-file", "登记承租人情况并向派出所备案", "The tenant’s particulars are recorded and filed with the police", RuleSubject.Landlord, new LegalSource(Statutes.RentalPublicSecurity, "第七条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        return Require(new Remedy("登记承租人基本情况并向派出所备案", "record the tenant’s particulars and file them with the police"), ("tenantFiled", facts.TenantFiled));
    }
}
