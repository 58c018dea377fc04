using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Rooms;

/// <summary>以原设计的房间为最小出租单位（旧规）.</summary>
internal sealed class SmallestUnitRule() : HousingRule<RoomFacts>("room.smallest-unit", "以原设计的房间为最小出租单位（旧规）", "The room as designed is the smallest unit let (earlier rule, not repealed by name)", RuleSubject.Landlord, new LegalSource(Statutes.CommodityHousingLease, "第八条"), new LegalSource(Statutes.CommodityHousingLease, "第二十二条"))
{
    public override Finding Judge(RoomFacts facts, LocalDate on)
    {
        return Require(new Remedy("拆除隔断，恢复原设计的房间", "take partitions out and restore the room as designed"), ("originalRoom", facts.OriginalRoom));
    }
}
