using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Faults;
using NewCitizen.Testing.InMemory;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.Testing.Tests.InMemory;

public sealed class InMemoryFixture : IStoreFixture
{
    public IFaultInjector Faults { get; } = new StepFaultInjector(
        (store, hook) => ((InMemoryRecordStore)store.Records).OnStep = hook, () => new StoreUnavailableException(StorageErrors.Unavailable));

    public ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds) =>
        ValueTask.FromResult(StoreUnderTest.From(new InMemoryRecordStore(new FakeClock(Instant.FromUtc(2026, 3, 2, 1, 0)))));
}
