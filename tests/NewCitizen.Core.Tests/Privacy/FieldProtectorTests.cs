using System.Text;
using CsCheck;
using NewCitizen.Agencies;
using NewCitizen.Privacy;
using NewCitizen.Storage;

namespace NewCitizen.Core.Tests.Privacy;

public sealed class FieldProtectorTests : IDisposable
{
    private static readonly RecordKind s_kind = new("sample", "A sample.", [], []);
    private static readonly RecordKey s_key = new(AgencyId.Parse("teda"), s_kind, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    private static readonly FieldContext s_context = new(s_key, "number");
    private readonly EphemeralKeyRing _keys = new();
    private readonly FieldProtector _protector;

    public FieldProtectorTests() => _protector = new FieldProtector(_keys);

    public void Dispose()
    {
        _protector.Dispose();
        _keys.Dispose();
    }

    [Fact]
    public void Protect_AnyBytes_ComesBackAndIsOverheadLonger() =>
        Gen.Byte.Array[0, 2000].Sample(
            plaintext =>
            {
                var value = _protector.Protect(s_context, plaintext);
                return value.Length == plaintext.Length + FieldProtector.Overhead
                    && _protector.Unprotect(s_context, value).AsSpan().SequenceEqual(plaintext);
            },
            iter: 500,
            seed: "0000KOIPe036");

    [Fact]
    public void Protect_SameValueManyTimes_NeverRepeatsANonce()
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < 2000; i++)
        {
            Assert.True(seen.Add(Convert.ToHexString(_protector.Protect(s_context, "天津"u8).AsSpan(4, 12))));
        }
    }

    [Fact]
    public void Unprotect_EveryBitFlipped_IsRefused()
    {
        var value = _protector.Protect(s_context, "12011619900307123X"u8);
        for (var bit = 0; bit < value.Length * 8; bit++)
        {
            var altered = (byte[])value.Clone();
            altered[bit / 8] ^= (byte)(1 << (bit % 8));
            var error = Assert.Throws<ProtectionException>(() => _protector.Unprotect(s_context, altered));
            var expected = (bit / 8) switch
            {
                0 or 1 => PrivacyErrors.NotProtected,
                2 or 3 => PrivacyErrors.UnknownKey,
                _ => PrivacyErrors.Altered,
            };
            Assert.Equal(expected, error.Code);
        }
    }

    [Fact]
    public void Unprotect_Truncated_IsRefused()
    {
        var value = _protector.Protect(s_context, "天津"u8);
        for (var length = 0; length < value.Length; length++)
        {
            Assert.Throws<ProtectionException>(() => _protector.Unprotect(s_context, value.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Unprotect_OtherContext_IsRefused()
    {
        var value = _protector.Protect(s_context, "天津"u8);
        FieldContext[] others =
        [
            s_context with { Field = "phone" },
            s_context with { Occurrence = 1 },
            s_context with { SchemaVersion = 2 },
            s_context with { Record = s_key with { Agency = AgencyId.Parse("ted") } },
            s_context with { Record = s_key with { Kind = new RecordKind("asample", "Other.", [], []) } },
            s_context with { Record = s_key with { Id = Guid.Empty } },
        ];
        foreach (var other in others)
        {
            Assert.Equal(PrivacyErrors.Altered, Assert.Throws<ProtectionException>(() => _protector.Unprotect(other, value)).Code);
        }
    }

    [Fact]
    public void Aad_NeighbouringParts_CannotBeShifted()
    {
        // "ab" + "c" and "a" + "bc" must not give the same bytes.
        var first = new FieldContext(new RecordKey(AgencyId.Parse("ab"), new RecordKind("c", "C.", [], []), Guid.Empty), "f");
        var second = new FieldContext(new RecordKey(AgencyId.Parse("a"), new RecordKind("bc", "C.", [], []), Guid.Empty), "f");
        Assert.Throws<ProtectionException>(() => _protector.Unprotect(second, _protector.Protect(first, "天津"u8)));
    }

    [Fact]
    public void Rotate_OlderValues_StayReadableAndNewOnesUseTheNewKey()
    {
        var old = _protector.Protect(s_context, "天津"u8);
        _keys.Rotate();
        var renewed = _protector.Protect(s_context, "天津"u8);
        Assert.Equal(1, FieldProtector.KeyIdOf(old));
        Assert.Equal(2, FieldProtector.KeyIdOf(renewed));
        Assert.Equal("天津", Encoding.UTF8.GetString(_protector.Unprotect(s_context, old)));
        Assert.Equal("天津", Encoding.UTF8.GetString(_protector.Unprotect(s_context, renewed)));
    }

    [Fact]
    public void Unprotect_OtherKeyRing_IsRefused()
    {
        using var keys = new EphemeralKeyRing();
        using var other = new FieldProtector(keys);
        var value = other.Protect(s_context, "天津"u8);
        Assert.Equal(PrivacyErrors.Altered, Assert.Throws<ProtectionException>(() => _protector.Unprotect(s_context, value)).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("证件")]
    public void Protect_BadFieldName_Throws(string field) =>
        Assert.Throws<ArgumentException>(() => _protector.Protect(s_context with { Field = field }, "x"u8));

    [Fact]
    public void Unprotect_IndependentImplementation_Agrees()
    {
        // The layout written down once more, so that it cannot drift unnoticed.
        var value = _protector.Protect(s_context, "天津"u8);
        byte[] aad = [4, .. "teda"u8, 6, .. "sample"u8, 0, 0, 0, 1, 0, 2, 0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 0, 0, 1, 6, .. "number"u8, 0, 0, 0, 0];
        using var cipher = new System.Security.Cryptography.AesGcm(_keys.EncryptionKey.Bytes, 16);
        var plaintext = new byte[value.Length - 32];
        cipher.Decrypt(value.AsSpan(4, 12), value.AsSpan(16, plaintext.Length), value.AsSpan(value.Length - 16), plaintext, aad);
        Assert.Equal("天津", Encoding.UTF8.GetString(plaintext));
        Assert.Equal([1, 1, 0, 1], value[..4]);
    }
}
