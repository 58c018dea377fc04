namespace NewCitizen.Cases;

/// <summary>What can be said of a limit.</summary>
public enum CaseDueStatus
{
    /// <summary>没有期限在计算: no limit runs in this state.</summary>
    NotRunning,

    /// <summary>There is a last day.</summary>
    Known,

    /// <summary>未设置: nobody has set a limit.</summary>
    NotConfigured,

    /// <summary>尚未公布: the holidays of a year that is needed are not announced.</summary>
    NotAnnounced,
}
