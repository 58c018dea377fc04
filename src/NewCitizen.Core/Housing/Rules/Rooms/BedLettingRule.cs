using NewCitizen.Housing.Policies;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Rooms;

/// <summary>不得按床位出租（地方规定）.</summary>
internal sealed class BedLettingRule(OccupancyPolicies policies) : HousingRule<RoomFacts>("room.bed-letting", "不得按床位出租（地方规定）", "No letting bed by bed (local)", RuleSubject.Landlord, new LegalSource(HousingStatutes.LocalStandard, "见当地标准"), new LegalSource(Statutes.CommodityHousingLease, "第八条"))
{
    public override Finding Judge(RoomFacts facts, LocalDate on)
    {
        if (facts.BedByBed == false)
        {
            return NotApplicable(Fact("bedByBed", false));
        }

        var policy = policies.Nearest(OccupancyPolicies.Place(facts.Division), on, policy => policy.BedLettingAllowed is not null);
        return policy is null ? NotConfigured("bedLettingAllowed")
            : facts.BedByBed is null ? Unknown("bedByBed")
            : policy.BedLettingAllowed == true ? Met(Fact("bedByBed", true), Fact("standard", policy.Name))
            : Breached(new Remedy("改为按原设计的房间出租", "let whole rooms as designed"), Fact("bedByBed", true), Fact("standard", policy.Name));
    }
}
