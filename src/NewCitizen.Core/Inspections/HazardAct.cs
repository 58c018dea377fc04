namespace NewCitizen.Inspections;

/// <summary>What is done about a hazard (隐患处置).</summary>
public enum HazardAct
{
    /// <summary>It was found (发现).</summary>
    Find,

    /// <summary>The landlord is told to put it right (下达整改通知).</summary>
    Notice,

    /// <summary>A re-check finds it as it was; a new day is set (复查不合格).</summary>
    RecheckFailed,

    /// <summary>A re-check finds it put right (复查合格).</summary>
    RecheckPassed,

    /// <summary>It is closed (闭环).</summary>
    Close,

    /// <summary>It is told to the next level because it is overdue (升级督办).</summary>
    Escalate,
}
