namespace NewCitizen.Collection;

/// <summary>What a report says (申报类型).</summary>
public enum StayReportKind
{
    /// <summary>到达: somebody lives here from a day on.</summary>
    Arrival,

    /// <summary>离开: somebody no longer lives here from a day on.</summary>
    Departure,

    /// <summary>变更: facts of a stay that is on file.</summary>
    Update,
}
