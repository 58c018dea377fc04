using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using NewCitizen.Privacy;

namespace NewCitizen.Plates;

/// <summary>
/// Signs and checks what door plates carry (门牌签名). The keys are derived from the encryption keys of the ring, of which no version ever leaves it:
/// a plate on a door outlives rotations. Checking allocates nothing and reads no store, so forgeries cost next to nothing. Thread-safe.
/// </summary>
public sealed class PlateSigner
{
    private const int MessageLength = sizeof(ulong) + sizeof(ushort);
    private readonly IKeyRing _keys;
    private readonly ConcurrentDictionary<ushort, byte[]> _derived = new();

    /// <summary>Works with the keys of a ring.</summary>
    public PlateSigner(IKeyRing keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _keys = keys;
    }

    /// <summary>Version of the key new plates are signed with.</summary>
    public ushort CurrentVersion => _keys.EncryptionKey.Id;

    /// <summary>Signs a code with the current key.</summary>
    public PlateToken Sign(PlateCode code) => Sign(code, CurrentVersion);

    /// <summary>Signs a code with a key of the ring, to print a plate again as it was.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The ring holds no such key.</exception>
    public PlateToken Sign(PlateCode code, ushort version)
    {
        if (KeyOf(version) is not { } key)
        {
            throw new ArgumentOutOfRangeException(nameof(version), version, "The ring holds no key of this version.");
        }

        return new(code, version, Mac(key, code, version));
    }

    /// <summary>Whether a token was signed by a key of the ring. Takes the same time for every wrong one of a known version.</summary>
    public bool IsGenuine(in PlateToken token)
    {
        if (KeyOf(token.KeyVersion) is not { } key)
        {
            return false;
        }

        // Bits are gathered, not compared one after the other, so that nothing tells how much of a guess was right.
        var difference = Mac(key, token.Code, token.KeyVersion) ^ token.Mac;
        return ((ulong)difference | (ulong)(difference >> 64)) == 0;
    }

    /// <summary>Reads a token and checks it.</summary>
    public bool TryVerify(ReadOnlySpan<char> text, out PlateToken token) => PlateToken.TryParse(text, out token) && IsGenuine(token);

    private static UInt128 Mac(byte[] key, PlateCode code, ushort version)
    {
        Span<byte> message = stackalloc byte[MessageLength];
        BinaryPrimitives.WriteUInt64BigEndian(message, code.Value);
        BinaryPrimitives.WriteUInt16BigEndian(message[sizeof(ulong)..], version);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, message, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash) >> (128 - (8 * PlateToken.MacBytes));
    }

    private byte[]? KeyOf(ushort version)
    {
        if (_derived.TryGetValue(version, out var derived))
        {
            return derived;
        }

        return _keys.FindEncryptionKey(version) is { } key ? _derived.GetOrAdd(version, Derive(key)) : null;
    }

    private static byte[] Derive(ProtectionKey key)
    {
        var derived = GC.AllocateUninitializedArray<byte>(ProtectionKey.Size, pinned: true);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes, derived, salt: [], info: "nc-plate-1"u8);
        return derived;
    }
}
