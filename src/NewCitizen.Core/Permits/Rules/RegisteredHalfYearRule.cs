using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>Tianjin: registered in the city for six months.</summary>
internal sealed class RegisteredHalfYearRule(PermitPolicies policies) : PermitRule(
    "tianjin-registered", "在津办理居住登记满半年", "registered in Tianjin for half a year", RuleSubject.Resident, new LegalSource(TianjinPermit.Guide, "申领条件"))
{
    public override DivisionCode? Division => TianjinPermit.City;

    public override Finding Judge(PermitFacts facts, LocalDate on)
    {
        if (facts.Stays is not { } stays)
        {
            return Unknown("stays");
        }

        var lived = ContinuousStay.Of(stays, on, Policy(policies, facts, on)?.ToleratedGapDays);
        if (!lived.GoesOn || lived.RegisteredOn is not { } registered)
        {
            return Breached(new("先办理居住登记", "register a residence first"), Day("registeredOn", lived.RegisteredOn));
        }

        var full = ContinuousStay.HalfYearFrom(LocalDate.Max(registered, lived.Since!.Value));
        StatedFact[] used = [Day("registeredOn", registered), Day("fullOn", full)];
        return on < full ? Breached(new($"居住登记于{Iso(full)}满半年", $"registered for half a year on {Iso(full)}"), used) : Met(used);
    }
}
