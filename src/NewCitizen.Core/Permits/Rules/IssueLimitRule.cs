using NewCitizen.Calendars;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>第九条第六款: made and issued within 15 days of acceptance; by a local measure later, at most 30 days.</summary>
internal sealed class IssueLimitRule(PermitPolicies policies) : PermitRule(
    "issue-limit", "自受理之日起15日内制发，延长后最长30日", "issued within 15 days of acceptance, at most 30 where extended", RuleSubject.Office, Order("第九条第六款"), Civil("第二百零一条"))
{
    public override Finding Judge(PermitFacts facts, LocalDate on)
    {
        if (facts.AcceptedOn is not { } accepted)
        {
            return Unknown("acceptedOn");
        }

        var days = 15;
        if (facts.SpecialCase == true)
        {
            if (PermitTopic.ExtendedDays(policies, DivisionCode.TryParse(facts.Division, out var place) ? place : null, accepted) is not { } extended)
            {
                return NotConfigured("extendedIssueDays");
            }

            days = Math.Min(extended, 30);
        }

        var last = new CalendarDays(days).After(accepted, WorkCalendar.Default).LastDay!.Value;
        StatedFact[] used = [Day("acceptedOn", accepted), Day("lastDay", last), Day("issuedOn", facts.IssuedOn)];
        return (facts.IssuedOn ?? on) <= last ? Met(used) : Breached(new("立即制作发放，并说明逾期原因", "issue at once and say why it is late"), used);
    }
}
