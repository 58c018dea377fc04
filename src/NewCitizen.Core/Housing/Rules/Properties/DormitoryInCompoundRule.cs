using NewCitizen.Housing.Policies;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Properties;

/// <summary>居住小区内不得设集体宿舍（地方规定）.</summary>
internal sealed class DormitoryInCompoundRule(OccupancyPolicies policies) : HousingRule<PropertyFacts>("property.dormitory-in-compound", "居住小区内不得设集体宿舍（地方规定）", "No dormitories in residential compounds (local)", RuleSubject.Landlord, new LegalSource(HousingStatutes.LocalStandard, "见当地标准"))
{
    public override Finding Judge(PropertyFacts facts, LocalDate on)
    {
        if (facts.Dormitory == false)
        {
            return NotApplicable(Fact("dormitory", false));
        }

        var policy = policies.Nearest(OccupancyPolicies.Place(facts.Division), on, policy => policy.GroupRental is { NoDormitoryInCompound: true });
        return policy is null ? NotConfigured("noDormitoryInCompound")
            : facts.Dormitory is null ? Unknown("dormitory")
            : facts.InResidentialCompound is null ? Unknown("inResidentialCompound")
            : facts.InResidentialCompound == false ? Met(Fact("inResidentialCompound", false), Fact("standard", policy.Name))
            : Breached(new Remedy("将集体宿舍迁出居住小区", "move the dormitory out of the compound"), Fact("inResidentialCompound", true), Fact("standard", policy.Name));
    }
}
