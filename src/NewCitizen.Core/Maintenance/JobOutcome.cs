namespace NewCitizen.Maintenance;

/// <summary>How a run of a job ended.</summary>
public enum JobOutcome
{
    /// <summary>It never ran, or is running.</summary>
    None,

    /// <summary>Nothing is left to do.</summary>
    Completed,

    /// <summary>The day's time was used up; it goes on the day after.</summary>
    Paused,

    /// <summary>It failed and is tried again.</summary>
    Failed,

    /// <summary>Another host is doing it.</summary>
    HeldElsewhere,
}
