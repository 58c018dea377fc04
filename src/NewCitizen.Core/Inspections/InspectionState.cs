namespace NewCitizen.Inspections;

/// <summary>Where an inspection stands (检查状态).</summary>
public enum InspectionState
{
    /// <summary>To be done (待检查).</summary>
    Planned,

    /// <summary>Done (已完成).</summary>
    Done,

    /// <summary>Not to be done any more (已取消).</summary>
    Cancelled,
}
