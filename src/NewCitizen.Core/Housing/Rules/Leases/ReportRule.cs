using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>登记并报送承租人和实际居住人.</summary>
internal sealed class ReportRule() : HousingRule<LeaseFacts>("lease.report", "登记并报送承租人和实际居住人", "Tenant and actual occupants are registered and reported", RuleSubject.Landlord, new LegalSource(Statutes.HousingLease, "第三十七条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        return Require(new Remedy("登记并报送承租人和全部实际居住人", "register and report the tenant and everybody who lives there"), ("tenant", facts.TenantReported), ("occupants", facts.OccupantsReported));
    }
}
