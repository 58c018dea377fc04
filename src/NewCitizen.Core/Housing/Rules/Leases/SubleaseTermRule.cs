using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>转租期限不超过承租人剩余租期.</summary>
internal sealed class SubleaseTermRule() : HousingRule<LeaseFacts>("lease.sublease-term", "转租期限不超过承租人剩余租期", "A sublease ends no later than the head lease", RuleSubject.Tenant, new LegalSource(Statutes.CivilCode, "第七百一十七条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        if (facts.Sublease == false)
        {
            return NotApplicable(Fact("sublease", false));
        }

        if (facts.Sublease is null || facts.HeadLeaseUntil is not { } head)
        {
            return Unknown(facts.Sublease is null ? "sublease" : "headLeaseUntil");
        }

        // An open-ended sublease is beyond the head lease once it is still running after it.
        StatedFact[] stated = [Fact("until", facts.Until), Fact("headLeaseUntil", head), Fact("headLandlordAgreedLonger", facts.HeadLandlordAgreedLonger), Fact("validUntil", head)];
        return (facts.Until ?? on) <= head || facts.HeadLandlordAgreedLonger == true
            ? Met(stated)
            : Breached(new Remedy("缩短转租期限或与出租人另行约定；超过部分对出租人没有约束力", "shorten the sublease or agree otherwise with the landlord; what exceeds it does not bind the landlord"), stated);
    }
}
