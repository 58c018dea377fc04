using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>解除合同应通知并给合理腾退时间，不得暴力威胁.</summary>
internal sealed class EndingRule() : HousingRule<LeaseFacts>("lease.ending", "解除合同应通知并给合理腾退时间，不得暴力威胁", "Ending a lease: notice, time to move, no force", RuleSubject.Landlord, new LegalSource(Statutes.HousingLease, "第十二条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        if (facts.EndedByLandlord == false)
        {
            return NotApplicable(Fact("endedByLandlord", false));
        }

        return facts.EndedByLandlord is null
            ? Unknown("endedByLandlord")
            : Require(
                new Remedy("依法通知承租人并给予合理腾退时间", "give notice and reasonable time to move"),
                ("notice", facts.NoticeGiven),
                ("timeToMove", facts.TimeToMove),
                ("noForce", !facts.Force));
    }
}
