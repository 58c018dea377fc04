using NewCitizen.Housing.Policies;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Rooms;

/// <summary>人均最低面积.</summary>
internal sealed class AreaPerPersonRule(OccupancyPolicies policies) : HousingRule<RoomFacts>("room.area-per-person", "人均最低面积", "Least area a person", RuleSubject.Landlord, new LegalSource(Statutes.HousingLease, "第七条"), new LegalSource(Statutes.HousingLease, "第三十九条"))
{
    public override Finding Judge(RoomFacts facts, LocalDate on)
    {
        var policy = policies.Nearest(OccupancyPolicies.Place(facts.Division), on, policy => policy.AreaPerPerson is not null);
        if (policy?.AreaPerPerson is not { } least)
        {
            return NotConfigured("areaPerPerson");
        }

        var (name, area) = policy.AreaKind == AreaKind.Floor ? ("floorAreaSquareMetres", facts.FloorAreaSquareMetres) : ("areaSquareMetres", facts.AreaSquareMetres);
        if (area is not { } measured || facts.People is not { } people)
        {
            return Unknown([.. area is null ? [name] : Array.Empty<string>(), .. facts.People is null ? ["people"] : Array.Empty<string>()]);
        }

        StatedFact[] stated = [Fact(name, measured), Fact("people", people), Fact("areaPerPerson", least), Fact("standard", policy.Name), Fact("capacity", (int)Math.Floor(measured / least))];
        return measured >= least * people ? Met(stated) : Breached(new Remedy("减少居住人数，使人均面积达到当地标准", "fewer people, so that each has the local least area"), stated);
    }
}
