using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;

namespace NewCitizen.Testing.Tests.Conformance;

internal sealed class ThrowingFixture : IStoreFixture
{
    public ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds) => throw new InvalidOperationException("no store");
}
