using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>期满继续使用而无异议的为不定期租赁.</summary>
internal sealed class OpenEndedRule() : HousingRule<LeaseFacts>("lease.open-ended", "期满继续使用而无异议的为不定期租赁", "Use that goes on without objection makes the lease open-ended", RuleSubject.Landlord, new LegalSource(Statutes.CivilCode, "第七百三十四条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        if (facts.Until is not { } until || on <= until || facts.StillUsed == false || facts.LandlordObjectedToUse == true)
        {
            return NotApplicable(Fact("until", facts.Until), Fact("stillUsed", facts.StillUsed), Fact("landlordObjectedToUse", facts.LandlordObjectedToUse));
        }

        return facts.StillUsed is null || facts.LandlordObjectedToUse is null
            ? Unknown([.. facts.StillUsed is null ? ["stillUsed"] : Array.Empty<string>(), .. facts.LandlordObjectedToUse is null ? ["landlordObjectedToUse"] : Array.Empty<string>()])
            : Met(Fact("until", until), Fact("stillUsed", true), Fact("landlordObjectedToUse", false), Fact("term", "openEnded"));
    }
}
