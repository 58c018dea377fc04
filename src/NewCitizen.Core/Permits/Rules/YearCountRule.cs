using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>第十条第三款: the years count without a break, and from the day of a late endorsement anew.</summary>
internal sealed class YearCountRule() : PermitRule("year-count", "居住年限连续计算，补办签注的自补办之日起算", "the years count on, and anew from a late endorsement", RuleSubject.Office, Order("第十条第三款"))
{
    public override Finding Judge(PermitFacts facts, LocalDate on) => Life(facts, on) is { } life
        ? Met(Day("continuousSince", life.ContinuousSince), Count("fullYears", life.FullYears), Count("lateEndorsements", life.LateEndorsements))
        : Unknown(facts.CountedFrom is null ? "countedFrom" : "endorsements");
}
