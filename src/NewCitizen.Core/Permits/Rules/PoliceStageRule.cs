using NewCitizen.Calendars;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>Tianjin: the city's police make and issue the card in 10 days after the sign-off.</summary>
internal sealed class PoliceStageRule() : PermitRule("tianjin-police-stage", "公安机关10日内制发", "the police make and issue in 10 days", RuleSubject.Office, new LegalSource(TianjinPermit.Guide, "办理时限"))
{
    public static readonly CalendarDays Days = new(10);

    public override DivisionCode? Division => TianjinPermit.City;

    public override Finding Judge(PermitFacts facts, LocalDate on)
    {
        if (facts.SignedOffOn is not { } signed)
        {
            return Unknown("signedOffOn");
        }

        if (facts.SpecialCase == true)
        {
            return NotApplicable(Yes("specialCase", true));
        }

        var last = Days.After(signed, WorkCalendar.Default).LastDay!.Value;
        StatedFact[] used = [Day("signedOffOn", signed), Day("lastDay", last), Day("issuedOn", facts.IssuedOn)];
        return (facts.IssuedOn ?? on) <= last ? Met(used) : Breached(new("立即制作发放", "make and issue it at once"), used);
    }
}
