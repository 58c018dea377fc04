using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace CustomStore;

/// <summary>
/// A store in one append-only file, indexed in memory: durable, for one process, for as many records as fit into memory.
/// Written on nothing but the public contract; the tests beside it run the whole conformance kit.
/// </summary>
public sealed partial class LogStore : IRecordStore, IChangeFeed, IAuditTrail, IBulkLoader, ISchemaManager, IStoreMaintenance, IDisposable
{
    private readonly Lock _gate = new();
    private readonly LogFile _file;
    private readonly LogState _state;
    private readonly IClock _clock;

    /// <summary>Opens the file, or makes an empty one, and reads it.</summary>
    /// <exception cref="StoreUnavailableException">Another process has it open (NC3010), or it is something else (NC3007).</exception>
    public LogStore(string path, IReadOnlyList<RecordKind> kinds, IClock clock)
    {
        Path = path;
        _clock = clock;
        _state = new LogState(kinds);
        _file = new LogFile(path);
        try
        {
            foreach (var line in _file.ReadAll())
            {
                _state.Apply(line);
            }
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    public StoreCapabilities Capabilities { get; } =
        new("custom-log", Durable: true, SharedByProcesses: false, MaxBatchOperations: 1000, MaxBodyBytes: 4 * 1024 * 1024);

    /// <summary>Called at each step of a write to the disk; an <see cref="IOException"/> from it stands for a failing disk. For tests.</summary>
    public Action? OnStep
    {
        set => _file.OnStep = value;
    }

    public IReadOnlyList<SchemaScript> Scripts { get; } = [new("0001_header", $"Write the first line: {LogLine.CurrentFormat}")];

    public ValueTask<StoredRecord?> GetAsync(RecordKey key, CancellationToken cancellationToken) =>
        Locked(() => _state.Find(key).Living, cancellationToken);

    public ValueTask<IReadOnlyList<StoredRecord?>> GetManyAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<StoredRecord?>>(() => [.. keys.Select(key => _state.Find(key).Living)], cancellationToken);

    public ValueTask<RecordPage> QueryAsync(RecordQuery query, CancellationToken cancellationToken) => Locked(() => Answer(query), cancellationToken);

    public ValueTask<FeedPage<ChangeEntry>> ReadChangesAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken) => Locked(
        () => after < _state.Trimmed
            ? throw new NewCitizenException(StorageErrors.FeedTrimmed)
            : Page(_state.Changes, change => change.Position, change => change.Agency, agency, after, limit),
        cancellationToken);

    public ValueTask<FeedPage<StoredAuditEntry>> ReadAuditAsync(AgencyId? agency, FeedPosition after, int limit, CancellationToken cancellationToken) => Locked(
        () => Page(_state.Audit, entry => entry.Position, entry => entry.Entry.Agency, agency, after, limit), cancellationToken);

    public ValueTask<SchemaReport> PrepareAsync(SchemaMode mode, CancellationToken cancellationToken) => Locked(
        () =>
        {
            if (!_state.HasFormat && mode == SchemaMode.Validate)
            {
                throw new NewCitizenException(StorageErrors.SchemaDiffers, Scripts[0].Name);
            }

            if (!_state.HasFormat)
            {
                Commit(new LogLine { Format = LogLine.CurrentFormat, At = Now });
            }

            return Report();
        },
        cancellationToken);

    public ValueTask<SchemaReport> InspectAsync(CancellationToken cancellationToken) => Locked(Report, cancellationToken);

    public void Dispose() => _file.Dispose();

    private static RecordPage Answer(RecordQuery query, IEnumerable<StoredRecord> living)
    {
        QueryCursor Cursor(StoredRecord record) => new(query.OrderBy is null ? FieldValue.Null : record[query.OrderBy], record.Key.Id);

        // Guid.CompareTo compares as the big-endian bytes do, which is the order the contract asks for.
        int Compare(QueryCursor x, QueryCursor y)
        {
            var order = FieldValueComparer.Instance.Compare(x.OrderValue, y.OrderValue);
            order = order == 0 ? x.Id.CompareTo(y.Id) : order;
            return query.Descending ? -order : order;
        }

        var found = living
            .Where(record => (query.OrderBy is null || !record[query.OrderBy].IsNull) && query.Where.All(filter => Fits(filter, record[filter.Field])))
            .Where(record => query.After is not { } after || Compare(Cursor(record), after) > 0)
            .Order(Comparer<StoredRecord>.Create((x, y) => Compare(Cursor(x), Cursor(y))))
            .Take(query.Limit + 1).ToList();
        return found.Count > query.Limit ? new RecordPage(found[..query.Limit], Cursor(found[query.Limit - 1])) : new RecordPage(found, Next: null);
    }

    private static bool Fits(FieldFilter filter, FieldValue held)
    {
        var order = FieldValueComparer.Instance;
        return filter.IsRange
            ? !held.IsNull && (filter.From.IsNull || order.Compare(held, filter.From) >= 0) && (filter.Before.IsNull || order.Compare(held, filter.Before) < 0)
            : held.AsMany().Any(filter.AnyOf.Contains);
    }

    private static FeedPage<T> Page<T>(List<T> all, Func<T, FeedPosition> position, Func<T, AgencyId> owner, AgencyId? agency, FeedPosition after, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 10_000);
        var entries = all.Where(entry => position(entry) > after && (agency is null || owner(entry) == agency)).Take(limit).ToList();
        return new FeedPage<T>(entries, entries.Count == 0 ? after : position(entries[^1]));
    }

    private long Now => _clock.GetCurrentInstant().ToUnixTimeMilliseconds();

    private RecordPage Answer(RecordQuery query) => Answer(query, _state.Living(query.Agency, query.Kind));

    private SchemaReport Report()
    {
        var names = Scripts.Select(script => script.Name).ToList();
        return _state.HasFormat ? new SchemaReport(names, [], []) : new SchemaReport([], names, []);
    }

    /// <summary>First the disk, then the memory: nobody sees what could still be lost.</summary>
    private FeedPosition Commit(LogLine line)
    {
        if (!_state.HasFormat && line.Format is null)
        {
            throw new NewCitizenException(StorageErrors.SchemaDiffers, Scripts[0].Name);
        }

        _file.Append(line);
        return _state.Apply(line);
    }

    private ValueTask<T> Locked<T>(Func<T> action, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult(action());
        }
    }
}
