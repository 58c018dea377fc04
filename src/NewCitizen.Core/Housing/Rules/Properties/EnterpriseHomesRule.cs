using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Properties;

/// <summary>租赁企业报送经营的房源及变更.</summary>
internal sealed class EnterpriseHomesRule() : HousingRule<PropertyFacts>("property.enterprise-homes", "租赁企业报送经营的房源及变更", "An enterprise reports the homes it runs and changes", RuleSubject.LeasingEnterprise, new LegalSource(Statutes.HousingLease, "第十八条"), new LegalSource(Statutes.HousingLease, "第四十一条"))
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

        return Require(new Remedy("报送房源信息", "report the homes"), ("homesReported", facts.HomesReported));
    }
}
