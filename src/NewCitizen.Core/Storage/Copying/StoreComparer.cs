namespace NewCitizen.Storage.Copying;

/// <summary>
/// Compares what two stores hold, or takes the digest of one (数据库比对): every kind over all agencies, with tombstones, and the audit trail.
/// Reads both once, side by side; constant memory. The change feed and request keys are a store's own and not compared.
/// </summary>
/// <param name="kinds">Kinds of records to read.</param>
public sealed class StoreComparer(IReadOnlyList<RecordKind> kinds)
{
    /// <summary>Most differences a comparison lists; all are counted.</summary>
    public const int MaxDifferences = 100;

    /// <summary>Takes the digest of one store. It tells one moment only if nobody writes meanwhile.</summary>
    /// <param name="store">The store.</param>
    /// <param name="progress">Told now and then.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async ValueTask<StoreDigest> DigestAsync(StoreSide store, IProgress<StoreCopyProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        using var run = new ComparisonRun(store, target: null, progress);
        return (await run.RunAsync(kinds, cancellationToken).ConfigureAwait(false)).Source;
    }

    /// <summary>Compares two stores. What is written to one of them meanwhile may be seen as a difference.</summary>
    /// <param name="source">The one that should be held.</param>
    /// <param name="target">The one that should hold it.</param>
    /// <param name="progress">Told now and then.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async ValueTask<StoreComparison> CompareAsync(
        StoreSide source, StoreSide target, IProgress<StoreCopyProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        using var run = new ComparisonRun(source, target, progress);
        return await run.RunAsync(kinds, cancellationToken).ConfigureAwait(false);
    }
}
