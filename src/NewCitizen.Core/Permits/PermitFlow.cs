namespace NewCitizen.Permits;

/// <summary>Which act leads from which state to which (居住证流程). Everything else is refused.</summary>
public static class PermitFlow
{
    /// <summary>The state an act leads to; null if the act cannot be done in this state.</summary>
    /// <param name="state">The state now, with what the clock has done to it; null for a permit nobody has applied for.</param>
    /// <param name="act">The act.</param>
    public static PermitState? After(PermitState? state, PermitAct act) => (state, act) switch
    {
        (null, PermitAct.Apply) => PermitState.Applied,
        (PermitState.Applied, PermitAct.AskSupplement) => PermitState.SupplementAsked,
        (PermitState.SupplementAsked, PermitAct.Supplement) => PermitState.Supplemented,
        (PermitState.Applied or PermitState.Supplemented, PermitAct.Accept) => PermitState.Accepted,
        (PermitState.Applied or PermitState.SupplementAsked or PermitState.Supplemented, PermitAct.RefuseAcceptance) => PermitState.NotAccepted,
        (PermitState.Accepted, PermitAct.SignOff) => PermitState.SignedOff,
        (PermitState.Accepted or PermitState.SignedOff, PermitAct.Extend) => state,
        (PermitState.Accepted or PermitState.SignedOff, PermitAct.Issue) => PermitState.Active,
        (PermitState.Accepted or PermitState.SignedOff, PermitAct.Refuse) => PermitState.Refused,
        (PermitState.Applied or PermitState.SupplementAsked or PermitState.Supplemented or PermitState.Accepted or PermitState.SignedOff, PermitAct.Withdraw) => PermitState.Withdrawn,
        (PermitState.Active or PermitState.Suspended, PermitAct.Endorse) => PermitState.Active,
        (PermitState.Active, PermitAct.Lapse) => PermitState.Suspended,
        (PermitState.Active or PermitState.Suspended, PermitAct.ReportLost or PermitAct.ReportDamaged or PermitAct.Replace or PermitAct.MoveWithin or PermitAct.MoveAway or PermitAct.MoveBack) => state,
        (PermitState.Active or PermitState.Suspended, PermitAct.Cancel) => PermitState.Cancelled,
        _ => null,
    };

    /// <summary>Whether nothing more can be done.</summary>
    public static bool IsEnd(PermitState state) => state is PermitState.NotAccepted or PermitState.Refused or PermitState.Withdrawn or PermitState.Cancelled;

    /// <summary>Whether a card has been issued and not cancelled (有效或中止).</summary>
    public static bool IsIssued(PermitState? state) => state is PermitState.Active or PermitState.Suspended;
}
