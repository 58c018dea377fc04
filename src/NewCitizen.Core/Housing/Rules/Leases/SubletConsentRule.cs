using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>转租须经出租人同意.</summary>
internal sealed class SubletConsentRule() : HousingRule<LeaseFacts>("lease.sublet-consent", "转租须经出租人同意", "Subletting needs the landlord’s consent", RuleSubject.Tenant, new LegalSource(Statutes.CivilCode, "第七百一十六条"), new LegalSource(Statutes.CivilCode, "第七百一十八条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        if (facts.Sublease == false)
        {
            return NotApplicable(Fact("sublease", false));
        }

        if (facts.Sublease is null || (facts.LandlordConsent is null && facts.LandlordKnewOn is null))
        {
            return Unknown(facts.Sublease is null ? "sublease" : "landlordConsent");
        }

        if (facts.LandlordConsent == true)
        {
            return Met(Fact("landlordConsent", true));
        }

        var cure = new Remedy("取得出租人书面同意；否则出租人可以解除合同", "get the landlord’s consent in writing; otherwise the landlord may end the lease");
        if (facts.LandlordKnewOn is not { } knew)
        {
            return Breached(cure, Fact("landlordConsent", false));
        }

        // Six months without objection are consent; the last day still belongs to the landlord.
        var last = knew.PlusMonths(6);
        if (facts.LandlordObjectedOn is { } objected && objected <= last)
        {
            return Breached(cure, Fact("landlordKnewOn", knew), Fact("landlordObjectedOn", objected));
        }

        StatedFact[] stated = [Fact("landlordKnewOn", knew), Fact("landlordObjectedOn", facts.LandlordObjectedOn), Fact("deemedOn", last.PlusDays(1))];
        return on > last ? Met(stated) : Breached(cure, stated);
    }
}
