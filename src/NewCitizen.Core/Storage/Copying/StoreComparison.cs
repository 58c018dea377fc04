namespace NewCitizen.Storage.Copying;

/// <summary>Result of comparing two stores record by record and entry by entry.</summary>
/// <param name="Source">Digest of the source.</param>
/// <param name="Target">Digest of the target; of its audit trail only as many entries as the source has, if the target's trail goes on.</param>
/// <param name="DifferenceCount">Places where they differ.</param>
/// <param name="Differences">The first of them, at most <see cref="StoreComparer.MaxDifferences"/>.</param>
/// <param name="AuditAhead">Audit entries of the target after the last one of the source, such as the note that a copy ended; no difference.</param>
public sealed record StoreComparison(
    StoreDigest Source, StoreDigest Target, long DifferenceCount, IReadOnlyList<StoreDifference> Differences, long AuditAhead)
{
    /// <summary>Whether the target holds exactly what the source holds; its audit trail may go on.</summary>
    public bool AreEqual => DifferenceCount == 0 && Source.AuditRoot == Target.AuditRoot && Source.Kinds.SequenceEqual(Target.Kinds);
}
