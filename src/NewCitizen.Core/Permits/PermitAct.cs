namespace NewCitizen.Permits;

/// <summary>What can be done to a residence permit (居住证业务).</summary>
public enum PermitAct
{
    /// <summary>申领: apply.</summary>
    Apply,

    /// <summary>一次性告知: tell once, and all together, what is missing.</summary>
    AskSupplement,

    /// <summary>补充材料: hand in what was missing.</summary>
    Supplement,

    /// <summary>受理: accept; the limit begins.</summary>
    Accept,

    /// <summary>不予受理: do not accept.</summary>
    RefuseAcceptance,

    /// <summary>审核: the accepting unit signs off.</summary>
    SignOff,

    /// <summary>延长: a special case takes longer, where a local measure allows it.</summary>
    Extend,

    /// <summary>签发: issue.</summary>
    Issue,

    /// <summary>不予发证: refuse.</summary>
    Refuse,

    /// <summary>撤回: take the application back.</summary>
    Withdraw,

    /// <summary>签注: endorse, in time or late (补办签注).</summary>
    Endorse,

    /// <summary>挂失: the card is lost.</summary>
    ReportLost,

    /// <summary>报损: the card can hardly be read.</summary>
    ReportDamaged,

    /// <summary>换领、补领: a new card for a damaged or lost one.</summary>
    Replace,

    /// <summary>地址变更: moved inside the city.</summary>
    MoveWithin,

    /// <summary>离开: left the city to live elsewhere.</summary>
    MoveAway,

    /// <summary>返回: lives in the city again.</summary>
    MoveBack,

    /// <summary>注销: cancel.</summary>
    Cancel,

    /// <summary>逾期中止: what the clock does when a year ends without an endorsement. Nobody calls it.</summary>
    Lapse,
}
