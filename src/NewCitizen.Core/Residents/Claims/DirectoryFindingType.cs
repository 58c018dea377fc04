namespace NewCitizen.Residents.Claims;

/// <summary>What the reconciler of the person directory can meet.</summary>
public enum DirectoryFindingType
{
    /// <summary>A claim that waited too long; its file is there.</summary>
    LateConfirmation,

    /// <summary>A claim without a file.</summary>
    Orphan,

    /// <summary>A hand-over that was stopped after the file was given up.</summary>
    UnfinishedHandOver,

    /// <summary>A file without a claim, such as one from before the directory.</summary>
    Unclaimed,

    /// <summary>Two agencies keep a file of one person. For people to settle: nothing is changed.</summary>
    Duplicate,
}
