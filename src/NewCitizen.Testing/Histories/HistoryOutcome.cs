namespace NewCitizen.Testing.Histories;

/// <summary>How a client saw its operation end.</summary>
public enum HistoryOutcome
{
    /// <summary>Acknowledged.</summary>
    Done,

    /// <summary>Refused: nothing of it may ever be seen.</summary>
    Refused,

    /// <summary>Nobody knows: it may be seen or not.</summary>
    Unknown,
}
