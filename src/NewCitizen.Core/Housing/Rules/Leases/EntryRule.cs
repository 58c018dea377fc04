using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules.Leases;

/// <summary>未经同意不得擅自进入.</summary>
internal sealed class EntryRule() : HousingRule<LeaseFacts>("lease.entry", "未经同意不得擅自进入", "No entry without the tenant’s consent", RuleSubject.Landlord, new LegalSource(Statutes.HousingLease, "第九条"))
{
    public override Finding Judge(LeaseFacts facts, LocalDate on)
    {
        return facts.EnteredWithoutConsent is not { } entered ? Unknown("enteredWithoutConsent")
            : entered ? Breached(new Remedy("停止擅自进入；依法可以进入的除外", "stop entering without consent, save where the law allows it"), Fact("enteredWithoutConsent", true))
            : Met(Fact("enteredWithoutConsent", false));
    }
}
