namespace NewCitizen.Testing.Histories;

/// <summary>What is wrong with a history, in the words of the literature on transactions.</summary>
public enum HistoryAnomalyKind
{
    /// <summary>A version has two writers, or a write that was acknowledged has left no trace.</summary>
    LostUpdate,

    /// <summary>Something was seen that a refused operation wrote, or that nobody wrote.</summary>
    AbortedRead,

    /// <summary>A version was seen with another content than its writer gave it.</summary>
    WrongContent,

    /// <summary>A read missed what was acknowledged before it began, or went back behind an earlier read.</summary>
    StaleRead,

    /// <summary>An operation saw one part of another operation and not the rest (read skew, write skew, fractured read).</summary>
    Cycle,
}
