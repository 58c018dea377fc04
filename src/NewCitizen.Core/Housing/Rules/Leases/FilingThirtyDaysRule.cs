using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>Order 6 named thirty days; order 812, the higher law, names none and does not repeal it: kept, and marked legacy from 2025-09-15.</summary>
internal sealed class FilingThirtyDaysRule() : HousingRule<LeaseFacts>("lease.filing-30-days", "合同订立后三十日内备案（旧规）", "Filed within 30 days of signing (earlier rule, not repealed by name)", RuleSubject.Landlord, new LegalSource(Statutes.CommodityHousingLease, "第十四条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        if (facts.SignedOn is not { } signed)
        {
            return Unknown("signedOn");
        }

        var due = signed.PlusDays(30);
        StatedFact[] stated = [Fact("signedOn", signed), Fact("filedOn", facts.FiledOn), Fact("legacy", on >= Statutes.HousingLease.Since), Fact("due", due)];
        return (facts.FiledOn is { } filed && filed <= on ? filed : on) <= due ? Met(stated) : Breached(new Remedy("补办备案", "file it late"), stated);
    }
}
