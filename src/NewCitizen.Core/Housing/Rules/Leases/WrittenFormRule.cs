using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>六个月以上的租赁应当采用书面形式.</summary>
internal sealed class WrittenFormRule() : HousingRule<LeaseFacts>("lease.written-form", "六个月以上的租赁应当采用书面形式", "A lease of six months or more is in writing", RuleSubject.Landlord, new LegalSource(Statutes.CivilCode, "第七百零七条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        if (facts.Since is not { } since)
        {
            return Unknown("since");
        }

        // A lease names its last day, so 1 January to 30 June is six months; 以上 includes the number itself (第一千二百五十九条).
        if (facts.Until is not { } until || until.PlusDays(1) < since.PlusMonths(6))
        {
            return NotApplicable(Fact("since", since), Fact("until", facts.Until));
        }

        return Require(new Remedy("补签书面合同；否则无法确定租期的视为不定期租赁", "put it in writing; otherwise it counts as open-ended where the term cannot be shown"), ("written", facts.Written));
    }
}
