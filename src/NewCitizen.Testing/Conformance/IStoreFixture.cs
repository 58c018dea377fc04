using NewCitizen.Storage;

namespace NewCitizen.Testing.Conformance;

/// <summary>All that a store author writes to run the kit: how to get a fresh, empty store, and how to open it again.</summary>
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
}
