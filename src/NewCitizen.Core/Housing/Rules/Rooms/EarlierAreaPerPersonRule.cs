using NewCitizen.Housing.Policies;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Rooms;

/// <summary>The same number by order 6, until the regulations of 2025.</summary>
internal sealed class EarlierAreaPerPersonRule(OccupancyPolicies policies) : HousingRule<RoomFacts>("room.area-per-person", "人均最低面积（旧规）", "Least area a person (earlier rule)", RuleSubject.Landlord, new LegalSource(Statutes.CommodityHousingLease, "第八条"), new LegalSource(Statutes.CommodityHousingLease, "第二十二条"))
{
    public override LocalDate? Until => new LocalDate(2025, 9, 15);

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
