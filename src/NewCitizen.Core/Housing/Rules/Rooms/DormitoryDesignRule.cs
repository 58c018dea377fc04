using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Rooms;

/// <summary>宿舍设计人均使用面积（选用规范）.</summary>
internal sealed class DormitoryDesignRule() : HousingRule<RoomFacts>("room.design-norm", "宿舍设计人均使用面积（选用规范）", "Usable area a person by the dormitory design norm (only where named)", RuleSubject.Landlord, new LegalSource(HousingStatutes.DormitoryDesign, "表4.2.1"))
{
    public override Finding Judge(RoomFacts facts, LocalDate on)
    {
        if (!string.Equals(facts.DesignProfile, "jgj36-2016", StringComparison.Ordinal))
        {
            return NotApplicable(Fact("designProfile", facts.DesignProfile));
        }

        if (facts.AreaSquareMetres is not { } area || facts.People is not { } people)
        {
            return Unknown([.. facts.AreaSquareMetres is null ? ["areaSquareMetres"] : Array.Empty<string>(), .. facts.People is null ? ["people"] : Array.Empty<string>()]);
        }

        // The table has no class for five or seven.
        decimal? least = people switch { 1 => 16, 2 => 8, 3 or 4 => 6, 6 => 5, >= 8 => 4, _ => null };
        StatedFact[] stated = [Fact("areaSquareMetres", area), Fact("people", people), Fact("areaPerPerson", least)];
        return least is not { } needed ? NotApplicable(stated)
            : people <= 16 && area >= needed * people ? Met(stated)
            : Breached(new Remedy("按规范减少人数或扩大房间", "fewer people or a larger room, as the norm says"), stated);
    }
}
