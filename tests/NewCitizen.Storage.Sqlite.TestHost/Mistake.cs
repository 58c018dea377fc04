namespace NewCitizen.Storage.Sqlite.TestHost;

/// <summary>What a writing process does wrong, so that the kit is seen to notice it.</summary>
public enum Mistake
{
    /// <summary>Acknowledges first and writes a moment later.</summary>
    AcknowledgesEarly,

    /// <summary>Writes the parts of a batch one after the other.</summary>
    WritesInParts,

    /// <summary>Looks at the capacity it read, not at the one in the transaction.</summary>
    IgnoresLimits,

    /// <summary>Keeps request keys in its own memory.</summary>
    KeepsKeysToItself,
}
