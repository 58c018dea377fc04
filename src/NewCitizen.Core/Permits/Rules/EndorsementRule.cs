using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>第十条第一、二款: endorsed once a year, in the month before each full year.</summary>
internal sealed class EndorsementRule() : PermitRule(
    "endorsement", "居住每满一年之日前一个月内签注", "endorsed in the month before each full year", RuleSubject.Resident, Order("第十条第一款"), Order("第十条第二款"), Civil("第二百零二条"))
{
    public override Finding Judge(PermitFacts facts, LocalDate on)
    {
        var day = facts.EndorseOn ?? on;
        if (Life(facts, day) is not { } life)
        {
            return Unknown(facts.CountedFrom is null ? "countedFrom" : "endorsements");
        }

        var last = life.ActiveThrough!.Value;
        var window = EndorsementWindow.Ending(last);
        StatedFact[] used = [Day("countedFrom", life.ContinuousSince), Day("opens", window.Opens), Day("lastDay", last), Day("endorseOn", facts.EndorseOn)];
        return life.State == PermitState.Suspended
                ? Breached(new("已逾期，请补办签注；居住年限自补办之日起重新计算", "the year is over: endorse late; the years count from that day"), used)
            : facts.EndorseOn is not null && day < window.Opens ? Breached(new($"{Iso(window.Opens)}起办理", $"come from {Iso(window.Opens)} on"), used)
            : Met(used);
    }
}
