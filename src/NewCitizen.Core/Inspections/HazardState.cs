namespace NewCitizen.Inspections;

/// <summary>Where a hazard stands (隐患状态).</summary>
public enum HazardState
{
    /// <summary>Found (发现).</summary>
    Found,

    /// <summary>The landlord was told to put it right by a day (已下达整改通知).</summary>
    Noticed,

    /// <summary>A re-check found it put right (复查合格).</summary>
    Corrected,

    /// <summary>Closed (闭环).</summary>
    Closed,
}
