using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Properties;

/// <summary>租赁企业三十日内报送开业信息.</summary>
internal sealed class EnterpriseOpeningRule() : HousingRule<PropertyFacts>("property.enterprise-opening", "租赁企业三十日内报送开业信息", "A leasing enterprise reports its opening within 30 days", RuleSubject.LeasingEnterprise, new LegalSource(Statutes.HousingLease, "第十五条"), new LegalSource(Statutes.HousingLease, "第四十一条"))
{
    public override Finding Judge(PropertyFacts facts, LocalDate on)
    {
        if (facts.Enterprise == false)
        {
            return NotApplicable(Fact("enterprise", false));
        }

        if (facts.Enterprise is null || facts.LicensedOn is not { } licensed)
        {
            return Unknown(facts.Enterprise is null ? "enterprise" : "licensedOn");
        }

        var due = licensed.PlusDays(30);
        StatedFact[] stated = [Fact("licensedOn", licensed), Fact("openingReportedOn", facts.OpeningReportedOn), Fact("due", due)];
        return (facts.OpeningReportedOn ?? on) <= due ? Met(stated) : Breached(new Remedy("立即报送开业信息", "report the opening now"), stated);
    }
}
