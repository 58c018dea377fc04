namespace NewCitizen.Collection;

/// <summary>What became of a report (申报状态).</summary>
public enum StayReportState
{
    /// <summary>已采纳: its facts are in the stay.</summary>
    Accepted,

    /// <summary>待复核: kept until somebody looked at it.</summary>
    Held,

    /// <summary>不采纳: somebody looked at it and did not take it.</summary>
    Rejected,
}
