using NewCitizen.Storage;

namespace NewCitizen.Testing.Conformance;

/// <summary>A store as the kit sees it: the six contracts over the same data. Disposing closes it.</summary>
public sealed class StoreUnderTest : IAsyncDisposable
{
    private readonly Func<ValueTask> _close;

    /// <summary>Puts a store together from its parts.</summary>
    /// <param name="records">The kernel.</param>
    /// <param name="changes">The change feed.</param>
    /// <param name="audit">The audit trail.</param>
    /// <param name="bulk">The bulk loader.</param>
    /// <param name="schema">The schema manager.</param>
    /// <param name="maintenance">Retention and care.</param>
    /// <param name="close">Closes the store and, if the fixture wants that, removes its data. Called once or more.</param>
    public StoreUnderTest(
        IRecordStore records,
        IChangeFeed changes,
        IAuditTrail audit,
        IBulkLoader bulk,
        ISchemaManager schema,
        IStoreMaintenance maintenance,
        Func<ValueTask>? close = null)
    {
        Records = records;
        Changes = changes;
        Audit = audit;
        Bulk = bulk;
        Schema = schema;
        Maintenance = maintenance;
        _close = close ?? (() => ValueTask.CompletedTask);
    }

    /// <summary>The kernel.</summary>
    public IRecordStore Records { get; }

    /// <summary>The change feed.</summary>
    public IChangeFeed Changes { get; }

    /// <summary>The audit trail.</summary>
    public IAuditTrail Audit { get; }

    /// <summary>The bulk loader.</summary>
    public IBulkLoader Bulk { get; }

    /// <summary>The schema manager.</summary>
    public ISchemaManager Schema { get; }

    /// <summary>Retention and care.</summary>
    public IStoreMaintenance Maintenance { get; }

    /// <summary>What the kit was told by it.</summary>
    internal Acknowledged Acknowledged { get; set; } = new();

    /// <summary>For a store that is one object.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="close">Closes it.</param>
    public static StoreUnderTest From<T>(T store, Func<ValueTask>? close = null)
        where T : class, IRecordStore, IChangeFeed, IAuditTrail, IBulkLoader, ISchemaManager, IStoreMaintenance =>
        new(store, store, store, store, store, store, close);

    /// <summary>Closes the store.</summary>
    public ValueTask DisposeAsync() => _close();
}
