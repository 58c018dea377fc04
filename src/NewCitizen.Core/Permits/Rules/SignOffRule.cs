using NewCitizen.Calendars;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>Tianjin: the accepting unit checks and signs off in 5 days.</summary>
internal sealed class SignOffRule() : PermitRule("tianjin-sign-off", "受理单位5日内审核", "the accepting unit signs off in 5 days", RuleSubject.Office, new LegalSource(TianjinPermit.Guide, "办理时限"))
{
    public static readonly CalendarDays Days = new(5);

    public override DivisionCode? Division => TianjinPermit.City;

    public override Finding Judge(PermitFacts facts, LocalDate on)
    {
        if (facts.AcceptedOn is not { } accepted)
        {
            return Unknown("acceptedOn");
        }

        if (facts.SpecialCase == true)
        {
            return NotApplicable(Yes("specialCase", true));
        }

        var last = Days.After(accepted, WorkCalendar.Default).LastDay!.Value;
        StatedFact[] used = [Day("acceptedOn", accepted), Day("lastDay", last), Day("signedOffOn", facts.SignedOffOn)];
        return (facts.SignedOffOn ?? on) <= last ? Met(used) : Breached(new("立即审核签注意见并上报", "check and sign off at once"), used);
    }
}
