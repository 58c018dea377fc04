using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Rooms;

/// <summary>Order 6 named four kinds of space; corridors and garages came with the regulations of 2025.</summary>
internal sealed class EarlierLivingSpaceRule() : HousingRule<RoomFacts>("room.living-space", "厨房等不得出租供人员居住（旧规）", "Kitchens and the like may not be let for living (earlier rule)", RuleSubject.Landlord, new LegalSource(Statutes.CommodityHousingLease, "第八条"), new LegalSource(Statutes.CommodityHousingLease, "第二十二条"))
{
    private static readonly RoomUse[] s_notForLiving = [RoomUse.Kitchen, RoomUse.Bathroom, RoomUse.Balcony, RoomUse.UndergroundStorage];

    public override LocalDate? Until => new LocalDate(2025, 9, 15);

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
