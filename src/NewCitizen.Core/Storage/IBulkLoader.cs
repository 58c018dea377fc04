using NewCitizen.Audit;

namespace NewCitizen.Storage;

/// <summary>Loads many records fast: copies between stores, restores, first fillings. Versions are kept as given.</summary>
public interface IBulkLoader
{
    /// <summary>
    /// Loads records in chunks; each chunk with its change entries and one audit entry is one transaction. After a stop, loading the
    /// same records again goes on where it ended. A chunk of which nothing was written leaves no audit entry.
    /// </summary>
    /// <param name="records">The records; any agencies and kinds.</param>
    /// <param name="mode">What to do with a record that is there already.</param>
    /// <param name="audit">Makes the audit entry of a chunk from the records written in it.</param>
    /// <param name="cancellationToken">Stops between chunks.</param>
    ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records,
        BulkMode mode,
        Func<IReadOnlyList<StoredRecord>, AuditEntry> audit,
        CancellationToken cancellationToken);
}
