using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Faults;
using NewCitizen.Testing.Migrations;

namespace NewCitizen.Testing.Tests.Broken;

/// <summary>Hands out broken stores; <paramref name="reopen"/> says what is left of one after reopening, <paramref name="released"/> what was released.</summary>
internal sealed class BrokenFixture(Func<BrokenStore> make, Func<BrokenStore, Task<BrokenStore>>? reopen = null, IReleasedSchemas? released = null) : IStoreFixture
{
    public TimeSpan FeedPatience => TimeSpan.FromSeconds(0.5);

    public IFaultInjector Faults { get; } = new StepFaultInjector(
        (store, hook) => ((BrokenStore)store.Records).OnStep = hook, () => new StoreUnavailableException(StorageErrors.Unavailable));

    public IReleasedSchemas? Released => released;

    public ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds) => ValueTask.FromResult(StoreUnderTest.From(make()));

    public async ValueTask<StoreUnderTest> ReopenAsync(StoreUnderTest store, IReadOnlyList<RecordKind> kinds) =>
        StoreUnderTest.From(await reopen!((BrokenStore)store.Records));
}
