namespace NewCitizen.Grid;

/// <summary>What a grid worker is asked to do (任务类型).</summary>
public enum GridTaskKind
{
    /// <summary>走访: see somebody or something on the spot.</summary>
    Visit,

    /// <summary>核对: two reports state different values for one fact; ends by choosing one.</summary>
    Conflict,

    /// <summary>复核: perhaps one person with two files, or a report that could not be taken as it is.</summary>
    Review,

    /// <summary>隐患跟进: see what became of a hazard.</summary>
    HazardFollowUp,

    /// <summary>其他: anything else another feature wants followed up.</summary>
    FollowUp,
}
