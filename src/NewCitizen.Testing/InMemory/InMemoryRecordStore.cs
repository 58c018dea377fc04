using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.InMemory;

/// <summary>
/// The reference model of a store (参考实现): everything in memory under one lock, so that it is plainly right. For tests and
/// as the oracle of the conformance kit. Nothing outlives the process. Thread-safe.
/// </summary>
/// <param name="clock">Stamps request keys, so that they can be forgotten by age.</param>
public sealed partial class InMemoryRecordStore(IClock clock) : IRecordStore, IChangeFeed, IAuditTrail, IBulkLoader, ISchemaManager, IStoreMaintenance
{
    private readonly Lock _gate = new();
    private readonly MemoryTables _tables = new();

    /// <summary>Called at each step of a write transaction; what it throws undoes the transaction.</summary>
    internal Action? OnStep { get; set; }

    /// <inheritdoc/>
    public StoreCapabilities Capabilities { get; } =
        new("in-memory", Durable: false, SharedByProcesses: false, MaxBatchOperations: 1000, MaxBodyBytes: 16 * 1024 * 1024);

    /// <inheritdoc/>
    public IReadOnlyList<SchemaScript> Scripts => [];

    /// <inheritdoc/>
    public ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_tables.Find(key).Living);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRecord?>> GetManyAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<StoredRecord?>>([.. keys.Select(key => _tables.Find(key).Living)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        List<StoredRecord> found;
        lock (_gate)
        {
            found = MemoryQuery.Filter(query, _tables.Candidates(query));
        }

        return ValueTask.FromResult(MemoryQuery.Answer(query, found));
    }

    /// <inheritdoc/>
    public ValueTask<SchemaReport> PrepareAsync(SchemaMode mode, CancellationToken cancellationToken) => InspectAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SchemaReport> InspectAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(new SchemaReport([], [], []));
    }
}
