using System.Globalization;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>第二条: lives here for half a year or more.</summary>
internal sealed class HalfYearRule(PermitPolicies policies) : PermitRule(
    "half-year", "在居住地居住半年以上", "has lived here for half a year or more", RuleSubject.Resident, Order("第二条"), Civil("第二百零二条"), Civil("第一千二百五十九条"))
{
    // The Civil Code's words on months are those of Art. 155 of the General Principles of 1986: the way to count is older than the regulation.
    public override Finding Judge(PermitFacts facts, LocalDate on)
    {
        if (facts.Stays is not { } stays)
        {
            return Unknown("stays");
        }

        var lived = ContinuousStay.Of(stays, on, Policy(policies, facts, on)?.ToleratedGapDays);
        var gaps = string.Join(' ', lived.Gaps.Where(gap => gap.Breaks).Select(gap => gap.ToString()));
        StatedFact[] used = [Day("since", lived.Since), Day("fullOn", lived.HalfYearFullOn), Text("gaps", gaps.Length == 0 ? "none" : gaps)];
        return lived.Since is null ? Breached(new("先办理居住登记", "register a residence first"), used)
            : !lived.GoesOn ? Breached(
                new("现无有效居住登记，请登记现住址", "no residence is registered now: register the present address"), [.. used, Day("endedOn", lived.EndedOn)])
            : lived.HalfYearFullOn is { } full && on < full ? Breached(
                new($"{full.ToString("uuuu年M月d日", CultureInfo.InvariantCulture)}起满半年", $"half a year is full on {Iso(full)}"), used)
            : Met(used);
    }
}
