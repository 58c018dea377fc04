namespace NewCitizen.Cases;

/// <summary>Which act leads from which state to which (办件流程). Everything else is refused.</summary>
public static class CaseFlow
{
    /// <summary>The state an act leads to; null if the act cannot be done in this state.</summary>
    /// <param name="state">The state now; null for a case that is not there yet.</param>
    /// <param name="act">The act.</param>
    public static CaseState? After(CaseState? state, CaseAct act) => (state, act) switch
    {
        (null, CaseAct.Submit) => CaseState.Submitted,
        (CaseState.Submitted or CaseState.Supplemented, CaseAct.Accept) => CaseState.Accepted,
        (CaseState.Submitted or CaseState.SupplementAsked or CaseState.Supplemented, CaseAct.RefuseAcceptance) => CaseState.NotAccepted,
        (CaseState.Submitted, CaseAct.AskSupplement) => CaseState.SupplementAsked,
        (CaseState.SupplementAsked, CaseAct.Supplement) => CaseState.Supplemented,
        (CaseState.Accepted, CaseAct.Grant) => CaseState.Granted,
        (CaseState.Accepted, CaseAct.Refuse) => CaseState.Refused,
        (CaseState.Granted or CaseState.Refused, CaseAct.Deliver) => CaseState.Delivered,
        (CaseState.Submitted or CaseState.SupplementAsked or CaseState.Supplemented or CaseState.Accepted, CaseAct.Withdraw) => CaseState.Withdrawn,
        _ => null,
    };

    /// <summary>Whether nothing more can be done.</summary>
    public static bool IsEnd(CaseState state) => state is CaseState.NotAccepted or CaseState.Delivered or CaseState.Withdrawn;

    /// <summary>Whether the office has done its part, so that the case can be rated (可评价).</summary>
    public static bool IsHandled(CaseState state) => state is CaseState.NotAccepted or CaseState.Granted or CaseState.Refused or CaseState.Delivered;
}
