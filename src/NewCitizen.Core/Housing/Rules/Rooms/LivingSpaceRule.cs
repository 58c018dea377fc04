using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Rooms;

/// <summary>非居住空间不得单独出租用于居住.</summary>
internal sealed class LivingSpaceRule() : HousingRule<RoomFacts>("room.living-space", "非居住空间不得单独出租用于居住", "Non-living space may not be let on its own for living", RuleSubject.Landlord, new LegalSource(Statutes.HousingLease, "第七条"), new LegalSource(Statutes.HousingLease, "第三十九条"))
{
    private static readonly RoomUse[] s_notForLiving = [RoomUse.Kitchen, RoomUse.Bathroom, RoomUse.Balcony, RoomUse.Corridor, RoomUse.UndergroundStorage, RoomUse.Garage];

    public override Finding Judge(RoomFacts facts, LocalDate on)
    {
        if (facts.LetForLiving == false || facts.LetAlone == false)
        {
            return NotApplicable(Fact("letForLiving", facts.LetForLiving), Fact("letAlone", facts.LetAlone));
        }

        if (facts.Use is not { } use)
        {
            return Unknown("use");
        }

        if (!s_notForLiving.Contains(use))
        {
            return Met(Fact("use", RoomFacts.Name(use)));
        }

        string[] missing = [.. facts.LetForLiving is null ? ["letForLiving"] : Array.Empty<string>(), .. facts.LetAlone is null ? ["letAlone"] : Array.Empty<string>()];
        return missing.Length > 0
            ? Unknown(missing)
            : Breached(new Remedy("停止将该空间单独出租用于居住", "stop letting this space on its own for living"), Fact("use", RoomFacts.Name(use)), Fact("letForLiving", true), Fact("letAlone", true));
    }
}
