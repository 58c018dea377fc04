using CsCheck;
using NewCitizen.Testing.InMemory;

namespace NewCitizen.Testing.Tests.InMemory;

public sealed class RecordIdComparerTests
{
    [Fact]
    public void Compare_AnyIds_AgreesWithGuidAndWithHexText() =>
        Gen.Select(Gen.Guid, Gen.Guid).Sample((a, b) =>
        {
            var order = Math.Sign(RecordIdComparer.Instance.Compare(a, b));
            Assert.Equal(Math.Sign(a.CompareTo(b)), order);
            Assert.Equal(Math.Sign(string.CompareOrdinal(a.ToString("N"), b.ToString("N"))), order);
        });
}
