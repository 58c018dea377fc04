using NewCitizen.Storage;
using NewCitizen.Testing.Faults;
using NewCitizen.Testing.Migrations;
using NewCitizen.Testing.Processes;

namespace NewCitizen.Testing.Conformance;

/// <summary>
/// All that a store author writes to run the kit: how to get a fresh, empty store, and how to open it again. The other members are
/// optional; what they would test is reported as <see cref="ScenarioOutcome.NotTested"/> without them.
/// </summary>
public interface IStoreFixture
{
    /// <summary>
    /// Opens a fresh, empty place that no other call uses. The schema is not there yet: the kit calls
    /// <see cref="ISchemaManager.PrepareAsync"/>. Called many times, and from several scenarios at once.
    /// </summary>
    /// <param name="kinds">The kinds of record the store will hold.</param>
    ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds);

    /// <summary>Closes a store and opens its data again, as a new process would. Needed when the store claims to be durable.</summary>
    /// <param name="store">A store of <see cref="CreateAsync"/> or of this call; not used afterwards.</param>
    /// <param name="kinds">The kinds it was created with.</param>
    ValueTask<StoreUnderTest> ReopenAsync(StoreUnderTest store, IReadOnlyList<RecordKind> kinds) =>
        throw new NotSupportedException("The store claims to be durable, but its fixture cannot open it again.");

    /// <summary>Where the store knowingly differs. Each is run all the same, reported, and must really fail.</summary>
    IReadOnlyList<StoreDeviation> Deviations => [];

    /// <summary>Name of the column in a report, such as <c>PostgreSQL 18</c>; null for the name the store gives itself.</summary>
    string? Title => null;

    /// <summary>Version of the store or of its engine, for the report; null if there is none to tell.</summary>
    string? Version => null;

    /// <summary>How long a feed may hold an acknowledged commit back while an older transaction is open. The kit waits so long before it calls an entry lost.</summary>
    TimeSpan FeedPatience => TimeSpan.FromSeconds(30);

    /// <summary>Fails or pauses the store inside a write transaction (故障注入); null if that cannot be done.</summary>
    IFaultInjector? Faults => null;

    /// <summary>Starts other processes that write to the same data, to be killed; null if that cannot be done.</summary>
    IWriterProcesses? Processes => null;

    /// <summary>Stores as earlier releases left them, to be migrated; null if nothing was released.</summary>
    IReleasedSchemas? Released => null;
}
