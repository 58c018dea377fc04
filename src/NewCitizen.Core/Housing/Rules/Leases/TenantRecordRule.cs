using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>登记承租人姓名、证件种类和号码.</summary>
internal sealed class TenantRecordRule() : HousingRule<LeaseFacts>("lease.tenant-record", "登记承租人姓名、证件种类和号码", "The tenant’s name, kind and number of document are recorded", RuleSubject.Landlord, new LegalSource(Statutes.PublicSecurityPenalties, "第六十八条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        return Require(new Remedy("登记承租人姓名、身份证件种类和号码", "record name, kind and number of the document"), ("tenantRecorded", facts.TenantRecorded));
    }
}
