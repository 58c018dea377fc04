using NewCitizen.Storage;

namespace NewCitizen.Testing.Conformance;

/// <summary>
/// The promises of the storage contract (存储一致性套件), one method each, grouped by file. A store author runs them through
/// <see cref="ConformanceCatalogue"/>; a method is virtual so that a suite can add to it, not so that it can be left out:
/// what a store does not keep belongs into <see cref="IStoreFixture.Deviations"/>.
/// </summary>
/// <param name="fixture">Makes the stores.</param>
public partial class StoreConformance(IStoreFixture fixture)
{
    /// <summary>Makes the stores.</summary>
    public IStoreFixture Fixture { get; } = fixture;

    /// <summary>A fresh store with its schema.</summary>
    protected async Task<StoreUnderTest> OpenAsync()
    {
        var store = await Fixture.CreateAsync(KitKinds.All).ConfigureAwait(false);
        store.Acknowledged.Patience = Fixture.FeedPatience;
        await store.Schema.PrepareAsync(SchemaMode.Create, CancellationToken.None).ConfigureAwait(false);
        return store;
    }

    /// <summary>A fresh store with its schema, if the store claims to be durable; ends the scenario otherwise.</summary>
    protected async Task<StoreUnderTest> OpenDurableAsync()
    {
        var store = await OpenAsync().ConfigureAwait(false);
        if (store.Records.Capabilities.Durable)
        {
            return store;
        }

        await store.DisposeAsync().ConfigureAwait(false);
        throw new NotClaimedException();
    }

    /// <summary>Closes a store and opens it again.</summary>
    protected async Task<StoreUnderTest> ReopenAsync(StoreUnderTest store)
    {
        var again = await Fixture.ReopenAsync(store, KitKinds.All).ConfigureAwait(false);
        again.Acknowledged = store.Acknowledged;
        await again.Schema.PrepareAsync(SchemaMode.Validate, CancellationToken.None).ConfigureAwait(false);
        return again;
    }
}
