using NewCitizen.Housing.Policies;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>承租人三日内申报.</summary>
internal sealed class TenantRegistrationRule() : HousingRule<LeaseFacts>("lease.tenant-registration", "承租人三日内申报", "The tenant registers within three days", RuleSubject.Tenant, new LegalSource(Statutes.RentalPublicSecurity, "第八条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        if (facts.Since is not { } since)
        {
            return Unknown("since");
        }

        var due = since.PlusDays(3);
        StatedFact[] stated = [Fact("since", since), Fact("tenantRegisteredOn", facts.TenantRegisteredOn), Fact("due", due)];
        return (facts.TenantRegisteredOn is { } done && done <= on ? done : on) <= due ? Met(stated) : Breached(new Remedy("到派出所申报居住登记", "register at the police station"), stated);
    }
}
