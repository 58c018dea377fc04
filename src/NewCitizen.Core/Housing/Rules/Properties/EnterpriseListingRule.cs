using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Properties;

/// <summary>租赁企业房源信息真实、各渠道一致.</summary>
internal sealed class EnterpriseListingRule() : HousingRule<PropertyFacts>("property.enterprise-listing", "租赁企业房源信息真实、各渠道一致", "Listings of an enterprise are true and the same in all channels", RuleSubject.LeasingEnterprise, new LegalSource(Statutes.HousingLease, "第十六条"), new LegalSource(Statutes.HousingLease, "第四十二条"))
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

        return Require(new Remedy("更正或撤下房源信息", "correct or withdraw the listing"), ("listingTrue", facts.ListingTrue));
    }
}
