using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>买卖不破租赁.</summary>
internal sealed class SaleRule() : HousingRule<LeaseFacts>("lease.sale", "买卖不破租赁", "A sale does not break the lease", RuleSubject.Landlord, new LegalSource(Statutes.CivilCode, "第七百二十五条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        if (facts.SoldOn is not { } sold)
        {
            return NotApplicable(Fact("soldOn", (string?)null));
        }

        if (facts.Since is not { } since)
        {
            return Unknown("since");
        }

        StatedFact[] stated = [Fact("since", since), Fact("until", facts.Until), Fact("soldOn", sold), Fact("endedBySale", facts.EndedBySale)];
        return sold < since || sold > facts.Until ? NotApplicable(stated)
            : facts.EndedBySale is null ? Unknown("endedBySale")
            : facts.EndedBySale == false ? Met(stated)
            : Breached(new Remedy("新所有权人继续履行租赁合同", "the new owner goes on with the lease"), stated);
    }
}
