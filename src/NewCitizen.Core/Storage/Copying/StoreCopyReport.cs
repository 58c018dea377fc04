namespace NewCitizen.Storage.Copying;

/// <summary>What a copy did.</summary>
/// <param name="Records">Records and tombstones written by this run; 0 if an earlier run had written all.</param>
/// <param name="AuditEntries">Audit entries written by this run.</param>
/// <param name="SourceChanged">Somebody wrote to the source while this run read it. What was written may be missing, also where the comparison found nothing.</param>
/// <param name="Comparison">Both stores compared afterwards; null if that was not asked for.</param>
public sealed record StoreCopyReport(long Records, long AuditEntries, bool SourceChanged, StoreComparison? Comparison)
{
    /// <summary>Whether the target holds all that the source holds, proven by comparison while nobody wrote to the source.</summary>
    public bool IsComplete => Comparison is { AreEqual: true } && !SourceChanged;
}
