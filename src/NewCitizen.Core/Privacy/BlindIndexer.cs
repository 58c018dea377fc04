using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace NewCitizen.Privacy;

/// <summary>
/// Makes encrypted fields searchable by equality (盲索引): HMAC-SHA-256 of the normalised text under a key derived for each kind, field
/// and index. The same text always gives the same bytes; nobody without the key can test a guess. Thread-safe.
/// </summary>
/// <remarks>
/// Two records with one value show the same bytes: whoever reads the store learns that they are equal, and how often a value occurs.
/// The value does not depend on the agency, so that a person registered at two stations can be found.
/// </remarks>
public sealed class BlindIndexer
{
    /// <summary>Length of a full index value in bytes.</summary>
    public const int Size = 16;

    /// <summary>Length of a short index value in bytes.</summary>
    public const int ShortSize = 4;

    // Of SHA-256.
    private const int BlockSize = 64;

    private readonly IKeyRing _keys;
    private readonly ConcurrentDictionary<(string Kind, string Field, string Index, ushort Key), byte[]> _derived = new();

    /// <summary>Works with the index keys of a ring.</summary>
    public BlindIndexer(IKeyRing keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _keys = keys;
    }

    /// <summary>Whether the ring holds older index keys, under which records may still be indexed (轮换中).</summary>
    public bool IsRotating => _keys.IndexKeys.Count > 1;

    /// <summary>
    /// Value to store under the current key: 16 bytes. For a unique index store the values of
    /// <see cref="ComputeAll(string, string, string, ReadOnlySpan{char})"/> instead while <see cref="IsRotating"/>.
    /// </summary>
    /// <param name="kind">Kind of the record.</param>
    /// <param name="field">Field of the record.</param>
    /// <param name="index">Name of the index, such as <c>exact</c>; a field may have several.</param>
    /// <param name="normalisedText">The text in the one form in which it is looked up.</param>
    public byte[] Compute(string kind, string field, string index, ReadOnlySpan<char> normalisedText) =>
        Compute(_keys.IndexKeys[0], kind, field, index, normalisedText, Size);

    /// <summary>
    /// Value to store for a text with few possible values, such as the first character of a name: 4 bytes. Look-ups may find a few
    /// records too many, so compare after decrypting; that doubt keeps the index from being a perfect label of its value, and a
    /// longer one would not tell more apart.
    /// </summary>
    /// <inheritdoc cref="Compute(string, string, string, ReadOnlySpan{char})" path="/param"/>
    public byte[] ComputeShort(string kind, string field, string index, ReadOnlySpan<char> normalisedText) =>
        Compute(_keys.IndexKeys[0], kind, field, index, normalisedText, ShortSize);

    /// <summary>
    /// Values to look for under the current and all older keys, current first: use them with <c>FieldFilter.In</c> until every record
    /// is indexed under the current key. Stored in a multiple-valued field they keep a unique index right meanwhile: a record of before
    /// the rotation still collides with the same text in a new one.
    /// </summary>
    /// <inheritdoc cref="Compute(string, string, string, ReadOnlySpan{char})" path="/param"/>
    public IReadOnlyList<byte[]> ComputeAll(string kind, string field, string index, ReadOnlySpan<char> normalisedText) =>
        ComputeAll(kind, field, index, normalisedText, Size);

    /// <summary>As <see cref="ComputeAll(string, string, string, ReadOnlySpan{char})"/>, for values made with <see cref="ComputeShort"/>.</summary>
    /// <inheritdoc cref="Compute(string, string, string, ReadOnlySpan{char})" path="/param"/>
    public IReadOnlyList<byte[]> ComputeAllShort(string kind, string field, string index, ReadOnlySpan<char> normalisedText) =>
        ComputeAll(kind, field, index, normalisedText, ShortSize);

    private byte[][] ComputeAll(string kind, string field, string index, ReadOnlySpan<char> text, int size)
    {
        var keys = _keys.IndexKeys;
        var values = new byte[keys.Count][];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Compute(keys[i], kind, field, index, text, size);
        }

        return values;
    }

    private byte[] Compute(ProtectionKey key, string kind, string field, string index, ReadOnlySpan<char> text, int size)
    {
        if (!_derived.TryGetValue((kind, field, index, key.Id), out var derived))
        {
            derived = _derived.GetOrAdd((kind, field, index, key.Id), Derive(key, kind, field, index));
        }

        // HMAC (RFC 2104) with both padded keys at hand; HMACSHA256.HashData would set the key up again on every call.
        const int OnStack = 512;
        var length = BlockSize + Encoding.UTF8.GetByteCount(text);
        var message = length <= OnStack ? stackalloc byte[OnStack] : new byte[length];
        message = message[..length];
        derived.AsSpan(0, BlockSize).CopyTo(message);
        Encoding.UTF8.GetBytes(text, message[BlockSize..]);
        Span<byte> outer = stackalloc byte[BlockSize + SHA256.HashSizeInBytes];
        derived.AsSpan(BlockSize).CopyTo(outer);
        SHA256.HashData(message, outer[BlockSize..]);
        CryptographicOperations.ZeroMemory(message);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(outer, hash);
        return hash[..size].ToArray();
    }

    // Inner, then outer padded key. The separator cannot occur in a name, so no two triples share a key.
    private static byte[] Derive(ProtectionKey key, string kind, string field, string index)
    {
        if (string.IsNullOrEmpty(kind) || string.IsNullOrEmpty(field) || string.IsNullOrEmpty(index)
            || kind.Contains('\0') || field.Contains('\0') || index.Contains('\0'))
        {
            throw new ArgumentException("Kind, field and index need names.", nameof(index));
        }

        Span<byte> derived = stackalloc byte[ProtectionKey.Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes, derived, salt: [], info: Encoding.UTF8.GetBytes($"nc-blind-1\0{kind}\0{field}\0{index}"));
        var padded = new byte[2 * BlockSize];
        padded.AsSpan(0, BlockSize).Fill(0x36);
        padded.AsSpan(BlockSize).Fill(0x5C);
        for (var i = 0; i < derived.Length; i++)
        {
            padded[i] ^= derived[i];
            padded[BlockSize + i] ^= derived[i];
        }

        CryptographicOperations.ZeroMemory(derived);
        return padded;
    }
}
