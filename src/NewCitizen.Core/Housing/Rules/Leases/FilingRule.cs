using NewCitizen.Housing.Policies;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>租赁合同备案.</summary>
internal sealed class FilingRule(OccupancyPolicies policies) : HousingRule<LeaseFacts>("lease.filing", "租赁合同备案", "The lease is filed with the housing department", RuleSubject.Landlord, new LegalSource(Statutes.HousingLease, "第八条"), new LegalSource(Statutes.HousingLease, "第二十七条"), new LegalSource(Statutes.CivilCode, "第七百零六条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        var filer = Fact("filer", facts.Brokered == true ? "broker" : "landlord");
        if (facts.FiledOn is { } filed && filed <= on)
        {
            return Met(Fact("filedOn", filed), filer);
        }

        // The regulations say “as prescribed”: without a local number nobody is late.
        if (policies.Nearest(OccupancyPolicies.Place(facts.Division), on, policy => policy.LeaseFilingDays is not null) is not { LeaseFilingDays: { } days } policy)
        {
            return NotConfigured("leaseFilingDays");
        }

        if (facts.SignedOn is not { } signed)
        {
            return Unknown("signedOn");
        }

        var due = signed.PlusDays(days);
        StatedFact[] stated = [Fact("signedOn", signed), Fact("due", due), filer, Fact("standard", policy.Name)];
        return on <= due ? Met(stated) : Breached(new Remedy("通过租赁管理平台备案；出租人不备案的，承租人可以备案；不备案不影响合同效力", "file it on the platform; the tenant may if the landlord does not; the lease is valid all the same"), stated);
    }
}
