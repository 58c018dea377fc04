namespace NewCitizen.Inspections;

/// <summary>Which step follows which (隐患闭环流程): notice, re-check, closed; none can be skipped.</summary>
public static class HazardStates
{
    /// <summary>The state after an act; null if the act is not allowed in that state.</summary>
    public static HazardState? After(HazardState state, HazardAct act) => (state, act) switch
    {
        (HazardState.Found, HazardAct.Notice) => HazardState.Noticed,
        (HazardState.Noticed, HazardAct.RecheckFailed) => HazardState.Noticed,
        (HazardState.Noticed, HazardAct.Escalate) => HazardState.Noticed,
        (HazardState.Noticed, HazardAct.RecheckPassed) => HazardState.Corrected,
        (HazardState.Corrected, HazardAct.Close) => HazardState.Closed,
        _ => null,
    };
}
