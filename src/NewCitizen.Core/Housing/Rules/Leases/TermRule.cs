using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>租期不超过二十年.</summary>
internal sealed class TermRule() : HousingRule<LeaseFacts>("lease.term", "租期不超过二十年", "A term of at most twenty years", RuleSubject.Landlord, new LegalSource(Statutes.CivilCode, "第七百零五条"), new LegalSource(Statutes.CivilCode, "第二百零一条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        if (facts.Since is not { } since)
        {
            return Unknown("since");
        }

        if (facts.Until is not { } until)
        {
            return NotApplicable(Fact("until", (string?)null));
        }

        // The first day does not count (第二百零一条), so the day of the same date twenty years on is still inside.
        var last = since.PlusYears(20);
        return until <= last
            ? Met(Fact("since", since), Fact("until", until))
            : Breached(new Remedy("将租期改为不超过二十年；超过部分无效", "shorten the term; what exceeds twenty years is void"), Fact("since", since), Fact("until", until), Fact("validUntil", last));
    }
}
