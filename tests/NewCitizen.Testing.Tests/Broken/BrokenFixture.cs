using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;

namespace NewCitizen.Testing.Tests.Broken;

/// <summary>Hands out broken stores; <paramref name="reopen"/> says what is left of one after reopening.</summary>
internal sealed class BrokenFixture(Func<BrokenStore> make, Func<BrokenStore, Task<BrokenStore>>? reopen = null) : IStoreFixture
{
    public ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds) => ValueTask.FromResult(StoreUnderTest.From(make()));

    public async ValueTask<StoreUnderTest> ReopenAsync(StoreUnderTest store, IReadOnlyList<RecordKind> kinds) =>
        StoreUnderTest.From(await reopen!((BrokenStore)store.Records));
}
