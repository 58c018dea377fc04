namespace NewCitizen.Storage;

/// <summary>State of a store's schema.</summary>
/// <param name="Applied">Names of the scripts that have run, in order.</param>
/// <param name="Outstanding">Names of the scripts that have not.</param>
/// <param name="Differences">What does not fit although all scripts have run, such as a table changed by hand; empty when all is well.</param>
public sealed record SchemaReport(IReadOnlyList<string> Applied, IReadOnlyList<string> Outstanding, IReadOnlyList<string> Differences)
{
    /// <summary>Names of kinds of records that the store holds tables for and that the program did not declare; it neither reads nor copies them.</summary>
    public IReadOnlyList<string> OtherKinds { get; init; } = [];

    /// <summary>Whether the store can be used as it is.</summary>
    public bool IsCurrent => Outstanding.Count == 0 && Differences.Count == 0;
}
