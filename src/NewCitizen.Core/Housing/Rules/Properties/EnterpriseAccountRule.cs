using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Properties;

/// <summary>转租企业设监管账户并公示.</summary>
internal sealed class EnterpriseAccountRule() : HousingRule<PropertyFacts>("property.enterprise-account", "转租企业设监管账户并公示", "A subletting enterprise uses a supervised, published account", RuleSubject.LeasingEnterprise, new LegalSource(Statutes.HousingLease, "第十九条"), new LegalSource(Statutes.HousingLease, "第四十三条"))
{
    public override Finding Judge(PropertyFacts facts, LocalDate on)
    {
        if (facts.Enterprise == false)
        {
            return NotApplicable(Fact("enterprise", false));
        }

        if (facts.Sublets == false)
        {
            return NotApplicable(Fact("sublets", false));
        }

        if (facts.Enterprise is null)
        {
            return Unknown("enterprise");
        }

        if (facts.Sublets is null)
        {
            return Unknown("sublets");
        }

        return Require(new Remedy("设立监管账户并公示", "open a supervised account and publish it"), ("supervisedAccount", facts.SupervisedAccount));
    }
}
