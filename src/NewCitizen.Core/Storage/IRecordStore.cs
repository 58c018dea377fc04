namespace NewCitizen.Storage;

/// <summary>
/// The kernel of a store (存储内核): with <see cref="IChangeFeed"/>, <see cref="IAuditTrail"/>, <see cref="IBulkLoader"/>,
/// <see cref="ISchemaManager"/> and <see cref="IStoreMaintenance"/> all that a database author implements.
/// Every promise is a named scenario of <c>NewCitizen.Testing</c>. Implementations are thread-safe.
/// </summary>
/// <remarks>
/// A store that cannot be reached throws <see cref="StoreUnavailableException"/>; a cancelled call throws
/// <see cref="OperationCanceledException"/> and, for a commit, leaves it either whole or undone.
/// </remarks>
public interface IRecordStore
{
    /// <summary>What the store claims about itself.</summary>
    StoreCapabilities Capabilities { get; }

    /// <summary>Reads one living record; null if it was never written or is deleted. Sees every acknowledged commit.</summary>
    ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken);

    /// <summary>Reads several records at one moment; the answer has one place a key, null where there is no living record.</summary>
    ValueTask<IReadOnlyList<StoredRecord?>> GetManyAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken);

    /// <summary>Answers a query from its indexes. A page never repeats or leaves out a record that did not change meanwhile.</summary>
    ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Commits a batch as a whole: every check holds at one moment, and records, change feed, events, audit entries and the
    /// request key become durable together. This is the one place where an invariant can live.
    /// </summary>
    /// <exception cref="ArgumentException">The batch is larger than <see cref="Capabilities"/> allows.</exception>
    ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken);
}
