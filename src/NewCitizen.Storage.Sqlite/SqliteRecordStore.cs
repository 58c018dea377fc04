using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Storage.Sqlite.Bulk;
using NewCitizen.Storage.Sqlite.Feeds;
using NewCitizen.Storage.Sqlite.Maintenance;
using NewCitizen.Storage.Sqlite.Native;
using NewCitizen.Storage.Sqlite.Reading;
using NewCitizen.Storage.Sqlite.Schema;
using NewCitizen.Storage.Sqlite.Writing;
using NodaTime;

namespace NewCitizen.Storage.Sqlite;

/// <summary>
/// The embedded store (嵌入式存储): one SQLite file with a table a kind of record. Commits are durable when acknowledged (write-ahead log,
/// <c>synchronous=FULL</c>); one thread writes for all, many batches a sync. Several processes may open the file at once. Thread-safe.
/// </summary>
public sealed partial class SqliteRecordStore : IRecordStore, IChangeFeed, IAuditTrail, IBulkLoader, ISchemaManager, IStoreMaintenance, IAsyncDisposable, IDisposable
{
    internal const int MaxBatchOperations = 10_000;
    internal const int MaxBodyBytes = 16 << 20;

    private readonly SqliteStoreOptions _options;
    private readonly Writer _writer;
    private readonly ReaderPool _pool;
    private readonly RecordReader _records;
    private readonly FeedReader _feeds;
    private readonly SchemaKeeper _schema;
    private readonly BulkLoader _bulk;
    private readonly StoreKeeper _keeper;
    private readonly StoreChecker _checker;
    private readonly KindTables _tables;

    /// <summary>Makes a store without touching its file; call <see cref="PrepareAsync"/> before anything else.</summary>
    /// <param name="options">Where the file is and how it is used. Copied.</param>
    /// <param name="kinds">All kinds of records that will be read or written.</param>
    /// <param name="clock">Dates request keys; the system's clock if null.</param>
    /// <exception cref="InvalidOperationException">An option is not set or out of range.</exception>
    /// <exception cref="ArgumentException">Two kinds have one name.</exception>
    public SqliteRecordStore(SqliteStoreOptions options, IReadOnlyList<RecordKind> kinds, IClock? clock = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(kinds);
        options = options.Validated();
        _options = options;
        var file = new StoreFile(options);
        _tables = new(kinds);
        _schema = new(file, new SchemaPlan(_tables));
        _writer = new(options, file, _tables, clock ?? SystemClock.Instance);
        _pool = new(file, kinds.Count, options.Readers);
        _records = new(_pool, _tables);
        _feeds = new(_pool);
        _bulk = new(_writer, _tables, options);
        _keeper = new(_writer, _tables);
        _checker = new(_pool, _tables);
    }

    /// <inheritdoc/>
    public StoreCapabilities Capabilities { get; } =
        new("sqlite", Durable: true, SharedByProcesses: true, MaxBatchOperations, MaxBodyBytes);

    /// <inheritdoc/>
    public IReadOnlyList<SchemaScript> Scripts => _schema.Scripts;

    /// <summary>Makes a store and prepares its schema.</summary>
    /// <param name="options">Where the file is and how it is used.</param>
    /// <param name="kinds">All kinds of records that will be read or written.</param>
    /// <param name="mode">Whether the schema may be made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NewCitizen.Errors.NewCitizenException">NC3005 to NC3007, NC3009, NC3010: the file cannot be used.</exception>
    public static async ValueTask<SqliteRecordStore> OpenAsync(
        SqliteStoreOptions options, IReadOnlyList<RecordKind> kinds, SchemaMode mode, CancellationToken cancellationToken)
    {
        var store = new SqliteRecordStore(options, kinds);
        try
        {
            await store.PrepareAsync(mode, cancellationToken).ConfigureAwait(false);
            return store;
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

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

        return new(_writer.RunAsync(new CommitJob(batch), cancellationToken));
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
        return _bulk.LoadAuditAsync(entries, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredRecord>> ScanAsync(RecordKind kind, RecordKey? after, int limit, CancellationToken cancellationToken) =>
        _records.ScanAsync(kind, after, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SchemaReport> PrepareAsync(SchemaMode mode, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(_schema.Prepare(mode));
    }

    /// <inheritdoc/>
    public ValueTask<SchemaReport> InspectAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(_schema.Inspect());
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Guid>> PurgeAsync(PurgeRequest request, Func<int, AuditEntry> audit, CancellationToken cancellationToken) =>
        _keeper.PurgeAsync(request, audit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask TrimChangesAsync(FeedPosition upTo, CancellationToken cancellationToken) => _keeper.TrimAsync(upTo, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> ForgetRequestKeysAsync(Instant before, CancellationToken cancellationToken) =>
        _keeper.ForgetRequestKeysAsync(before, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoreCheck> CheckAsync(CancellationToken cancellationToken) => _checker.CheckAsync(cancellationToken);

    /// <summary>Finishes what was handed over, then closes the file. Later calls are answered with NC3010.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        _pool.Dispose();
    }

    /// <summary>As <see cref="DisposeAsync"/>, for containers that are closed synchronously.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
