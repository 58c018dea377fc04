using System.Security.Cryptography;
using System.Text;
using NewCitizen.Privacy;

namespace NewCitizen.Core.Tests.Privacy;

public sealed class BlindIndexerTests : IDisposable
{
    private readonly EphemeralKeyRing _keys = new();
    private readonly BlindIndexer _indexer;

    public BlindIndexerTests() => _indexer = new BlindIndexer(_keys);

    public void Dispose() => _keys.Dispose();

    [Fact]
    public void Compute_SameText_GivesSameBytes()
    {
        Assert.Equal(_indexer.Compute("resident", "number", "exact", "120116"), new BlindIndexer(_keys).Compute("resident", "number", "exact", "120116"));
        Assert.Equal(BlindIndexer.Size, _indexer.Compute("resident", "number", "exact", "120116").Length);
    }

    [Fact]
    public void Compute_OtherTextKindFieldIndexOrKey_GivesOtherBytes()
    {
        using var otherKeys = new EphemeralKeyRing();
        string[] values =
        [
            Convert.ToHexString(_indexer.Compute("resident", "number", "exact", "120116")),
            Convert.ToHexString(_indexer.Compute("resident", "number", "exact", "120117")),
            Convert.ToHexString(_indexer.Compute("lease", "number", "exact", "120116")),
            Convert.ToHexString(_indexer.Compute("resident", "phone", "exact", "120116")),
            Convert.ToHexString(_indexer.Compute("resident", "number", "tail", "120116")),
            Convert.ToHexString(new BlindIndexer(otherKeys).Compute("resident", "number", "exact", "120116")),
        ];
        Assert.Equal(values.Length, values.Distinct().Count());
    }

    [Fact]
    public void Compute_IndependentImplementation_Agrees()
    {
        // HKDF-SHA-256 after RFC 5869, by hand: extract with a salt of zeros, one block of expand.
        var prk = HMACSHA256.HashData(new byte[32], _keys.IndexKeys[0].Bytes);
        byte[] info = [.. "nc-blind-1\0resident\0name\0exact"u8, 1];
        var key = HMACSHA256.HashData(prk, info);
        var expected = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("张三"))[..16];
        Assert.Equal(expected, _indexer.Compute("resident", "name", "exact", "张三"));
    }

    [Fact]
    public void ComputeShort_FirstCharacter_IsFourBytes() => Assert.Equal(4, _indexer.ComputeShort("resident", "name", "first", "张").Length);

    [Fact]
    public void Compute_LongText_Works() => Assert.Equal(16, _indexer.Compute("resident", "name", "exact", new string('张', 5000)).Length);

    [Fact]
    public void ComputeAll_AfterRotation_HoldsCurrentThenOlder()
    {
        var old = _indexer.Compute("resident", "number", "exact", "120116");
        var oldShort = _indexer.ComputeShort("resident", "name", "first", "张");
        _keys.RotateIndex();
        var renewed = _indexer.Compute("resident", "number", "exact", "120116");
        Assert.NotEqual(old, renewed);
        Assert.Equal([renewed, old], _indexer.ComputeAll("resident", "number", "exact", "120116"));
        Assert.Equal(oldShort, _indexer.ComputeAllShort("resident", "name", "first", "张")[1]);
    }

    [Theory]
    [InlineData("", "a", "b")]
    [InlineData("a", "b\0", "c")]
    public void Compute_BadNames_Throws(string kind, string field, string index) =>
        Assert.Throws<ArgumentException>(() => _indexer.Compute(kind, field, index, "x"));
}
