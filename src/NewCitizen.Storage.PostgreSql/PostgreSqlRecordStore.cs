using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Storage.PostgreSql.Bulk;
using NewCitizen.Storage.PostgreSql.Connections;
using NewCitizen.Storage.PostgreSql.Feeds;
using NewCitizen.Storage.PostgreSql.Maintenance;
using NewCitizen.Storage.PostgreSql.Reading;
using NewCitizen.Storage.PostgreSql.Schema;
using NewCitizen.Storage.PostgreSql.Writing;
using NodaTime;

namespace NewCitizen.Storage.PostgreSql;

/// <summary>
/// The server store (服务器存储): one schema of a PostgreSQL database (13 or later) with a table a kind of record. A commit is one round trip and
/// durable when acknowledged; any number of processes may use the schema at once. Thread-safe.
/// </summary>
public sealed class PostgreSqlRecordStore : IRecordStore, IChangeFeed, IAuditTrail, IBulkLoader, ISchemaManager, IStoreMaintenance, IAsyncDisposable, IDisposable
{
    internal const int MaxBatchOperations = 10_000;
    internal const int MaxBodyBytes = 16 << 20;

    private readonly ServerLink _link;
    private readonly KindTables _tables;
    private readonly RecordReader _records;
    private readonly Committer _committer;
    private readonly FeedReader _feeds;
    private readonly SchemaKeeper _schema;
    private readonly BulkLoader _bulk;
    private readonly AuditLoader _audit;
    private readonly StoreKeeper _keeper;
    private readonly StoreChecker _checker;

    /// <summary>Makes a store without connecting; call <see cref="PrepareAsync"/> before anything else.</summary>
    /// <param name="options">Where the server is and how it is used. Copied.</param>
    /// <param name="kinds">All kinds of records that will be read or written.</param>
    /// <param name="clock">Dates request keys; the system's clock if null.</param>
    /// <exception cref="InvalidOperationException">An option is not set or out of range.</exception>
    /// <exception cref="ArgumentException">Two kinds have one name, or the connection string is malformed.</exception>
    public PostgreSqlRecordStore(PostgreSqlStoreOptions options, IReadOnlyList<RecordKind> kinds, IClock? clock = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(kinds);
        options = options.Validated();
        _tables = new(kinds, options.Schema);
        _link = new(options);
        var writer = new BatchWriter(_tables, options.Schema, clock ?? SystemClock.Instance);
        _records = new(_link, _tables);
        _committer = new(_link, writer, new RequestAnswers(_link, options.Schema));
        _feeds = new(_link, options.Schema, options.FeedWait);
        _schema = new(_link, new SchemaPlan(_tables, options), options.Schema);
        _bulk = new(new ChunkWriter(_link, _tables, writer, options.Schema), _tables, options.BulkChunkRecords);
        _audit = new(_link, options.Schema);
        _keeper = new(_link, _tables, writer, options.Schema);
        _checker = new(_link, _tables);
    }

    /// <inheritdoc/>
    public StoreCapabilities Capabilities { get; } =
        new("postgresql", Durable: true, SharedByProcesses: true, MaxBatchOperations, MaxBodyBytes);

    /// <inheritdoc/>
    public IReadOnlyList<SchemaScript> Scripts => _schema.Scripts;

    /// <inheritdoc/>
    public ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken) => _records.GetAsync(key, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRecord?>> GetManyAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken) =>
        _records.GetManyAsync(keys, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken) => _records.QueryAsync(query, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Operations.Count > MaxBatchOperations)
        {
            throw new ArgumentException($"A batch holds at most {MaxBatchOperations} operations.", nameof(batch));
        }

        foreach (var operation in batch.Operations)
        {
            _tables.For(operation.Key.Kind);
            if (operation is PutOperation { Body.Length: > MaxBodyBytes })
            {
                throw new ArgumentException($"A body has at most {MaxBodyBytes} bytes.", nameof(batch));
            }
        }

        return _committer.CommitAsync(batch, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken) =>
        _feeds.ReadChangesAsync(agency, after, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<FeedPage<StoredAuditEntry>> ReadAuditAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken) =>
        _feeds.ReadAuditAsync(agency, after, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<BulkResult> LoadAsync(
        IAsyncEnumerable<StoredRecord> records,
        BulkMode mode,
        Func<IReadOnlyList<StoredRecord>, AuditEntry?> audit,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(audit);
        return _bulk.LoadAsync(records, mode, audit, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<long> LoadAuditAsync(IAsyncEnumerable<StoredAuditEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return _audit.LoadAsync(entries, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken) =>
        _records.ScanAsync(kind, after, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SchemaReport> PrepareAsync(SchemaMode mode, CancellationToken cancellationToken) => _schema.PrepareAsync(mode, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SchemaReport> InspectAsync(CancellationToken cancellationToken) => _schema.InspectAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Guid>> PurgeAsync(PurgeRequest request, Func<int, AuditEntry> audit, CancellationToken cancellationToken) =>
        _keeper.PurgeAsync(request, audit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask TrimChangesAsync(FeedPosition upTo, CancellationToken cancellationToken) => _keeper.TrimAsync(upTo, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> ForgetRequestKeysAsync(Instant before, CancellationToken cancellationToken) => _keeper.ForgetRequestKeysAsync(before, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoreCheck> CheckAsync(CancellationToken cancellationToken) => _checker.CheckAsync(cancellationToken);

    /// <summary>Closes the connections. Later calls are answered with NC3010.</summary>
    public ValueTask DisposeAsync() => _link.DisposeAsync();

    /// <summary>As <see cref="DisposeAsync"/>, for containers that are closed synchronously.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
