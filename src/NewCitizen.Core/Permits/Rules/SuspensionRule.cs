using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>第十条第三款: without an endorsement in time the functions are suspended; a late one revives them.</summary>
internal sealed class SuspensionRule() : PermitRule("suspension", "逾期未签注的使用功能中止，补办后恢复", "not endorsed in time: suspended until it is", RuleSubject.Resident, Order("第十条第三款"))
{
    public override Finding Judge(PermitFacts facts, LocalDate on) => Life(facts, on) switch
    {
        null => Unknown(facts.CountedFrom is null ? "countedFrom" : "endorsements"),
        { State: PermitState.Suspended } life => Breached(
            new("补办签注后使用功能恢复", "a late endorsement puts the functions in force again"), Day("countedFrom", life.ContinuousSince), Day("suspendedSince", life.SuspendedSince)),
        { } life => Met(Day("countedFrom", life.ContinuousSince), Day("activeThrough", life.ActiveThrough)),
    };
}
