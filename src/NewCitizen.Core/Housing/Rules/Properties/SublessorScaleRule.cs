using NewCitizen.Housing.Policies;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Properties;

/// <summary>达到规定规模的自然人转租按租赁企业管理.</summary>
internal sealed class SublessorScaleRule(OccupancyPolicies policies) : HousingRule<PropertyFacts>("property.sublessor-scale", "达到规定规模的自然人转租按租赁企业管理", "A natural person who sublets at scale counts as an enterprise", RuleSubject.Landlord, new LegalSource(Statutes.HousingLease, "第二十条"))
{
    public override Finding Judge(PropertyFacts facts, LocalDate on)
    {
        if (facts.NaturalPerson == false || facts.Sublets == false)
        {
            return NotApplicable(Fact("naturalPerson", facts.NaturalPerson), Fact("sublets", facts.Sublets));
        }

        var policy = policies.Nearest(OccupancyPolicies.Place(facts.Division), on, policy => policy.SublessorHomes is not null);
        if (policy?.SublessorHomes is not { } threshold)
        {
            return NotConfigured("sublessorHomes");
        }

        if (facts.SubletHomes is not { } homes)
        {
            return Unknown("subletHomes");
        }

        StatedFact[] stated = [Fact("subletHomes", homes), Fact("sublessorHomes", threshold), Fact("enterprise", facts.Enterprise)];
        return homes < threshold ? NotApplicable(stated)
            : facts.Enterprise is null ? Unknown("enterprise")
            : facts.Enterprise == true ? Met(stated)
            : Breached(new Remedy("办理市场主体登记，按租赁企业管理", "register as an enterprise"), stated);
    }
}
