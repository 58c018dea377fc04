using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Properties;

/// <summary>租赁企业建立住房租赁档案.</summary>
internal sealed class EnterpriseArchiveRule() : HousingRule<PropertyFacts>("property.enterprise-archive", "租赁企业建立住房租赁档案", "An enterprise keeps a tenancy archive", RuleSubject.LeasingEnterprise, new LegalSource(Statutes.HousingLease, "第十七条"), new LegalSource(Statutes.HousingLease, "第四十一条"))
{
    public override Finding Judge(PropertyFacts facts, LocalDate on)
    {
        if (facts.Enterprise == false)
        {
            return NotApplicable(Fact("enterprise", false));
        }

        if (facts.Enterprise is null)
        {
            return Unknown("enterprise");
        }

        return Require(new Remedy("建立租赁档案", "set up the archive"), ("keepsArchive", facts.KeepsArchive));
    }
}
