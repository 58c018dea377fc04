namespace NewCitizen.Cases;

/// <summary>What can be done to a case (办件操作).</summary>
public enum CaseAct
{
    /// <summary>提交.</summary>
    Submit,

    /// <summary>受理.</summary>
    Accept,

    /// <summary>不予受理.</summary>
    RefuseAcceptance,

    /// <summary>一次性告知补正.</summary>
    AskSupplement,

    /// <summary>补正.</summary>
    Supplement,

    /// <summary>准予.</summary>
    Grant,

    /// <summary>不予.</summary>
    Refuse,

    /// <summary>送达.</summary>
    Deliver,

    /// <summary>撤回.</summary>
    Withdraw,
}
