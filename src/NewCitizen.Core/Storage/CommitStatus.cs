namespace NewCitizen.Storage;

/// <summary>How a commit ended. Anything but <see cref="Committed"/> and <see cref="Unknown"/> wrote nothing now.</summary>
public enum CommitStatus
{
    /// <summary>Durable.</summary>
    Committed,

    /// <summary>The request key was committed before with the same digest; the earlier answer is returned.</summary>
    Replayed,

    /// <summary>A record was not as expected.</summary>
    Conflict,

    /// <summary>Another living record of the agency holds a unique value.</summary>
    NotUnique,

    /// <summary>An increment would leave its bounds.</summary>
    LimitReached,

    /// <summary>The request key was committed before with another digest.</summary>
    KeyReused,

    /// <summary>The store cannot tell. Commit the same batch again with the same request key to find out.</summary>
    Unknown,
}
