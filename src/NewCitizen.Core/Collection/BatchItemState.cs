namespace NewCitizen.Collection;

/// <summary>What became of one report of a batch.</summary>
public enum BatchItemState
{
    /// <summary>Taken in now.</summary>
    Accepted,

    /// <summary>Taken in before with the same key; nothing was written now.</summary>
    Replayed,

    /// <summary>Not taken in, see the issues.</summary>
    Refused,
}
