using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace NewCitizen.Privacy;

/// <summary>
/// Encrypts single fields with AES-256-GCM (字段加密), bound to their record and field. Stores see bytes only. Thread-safe.
/// </summary>
/// <remarks>
/// <para>The result is <see cref="Overhead"/> bytes longer than the plain text; it does not hide the length of the text.</para>
/// <para>
/// Nonces are 96 random bits, so no counter has to survive a crash or be shared between processes. NIST SP 800-38D allows 2^32
/// values a key for that: a city of ten million people with ten protected fields reaches it after 43 rewrites of everything.
/// Rotate the key once a year, or before a store has written four billion values.
/// </para>
/// </remarks>
public sealed class FieldProtector : IDisposable
{
    /// <summary>Bytes by which a protected value is longer than its plain text.</summary>
    public const int Overhead = FieldEnvelope.Overhead;

    private readonly IKeyRing _keys;
    private readonly ConcurrentDictionary<ushort, CipherPool> _pools = new();
    private CipherPool? _last;

    /// <summary>Works with the keys of a ring, which must outlive it.</summary>
    public FieldProtector(IKeyRing keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _keys = keys;
    }

    /// <summary>Encrypts a value with the current key.</summary>
    /// <exception cref="ArgumentException">The context has no record, or no proper field name.</exception>
    public byte[] Protect(in FieldContext context, ReadOnlySpan<byte> plaintext)
    {
        Span<byte> aad = stackalloc byte[FieldAad.MaxSize];
        var result = new byte[plaintext.Length + Overhead];
        Protect(Aad(aad, context), plaintext, result);
        return result;
    }

    /// <summary>Decrypts a value.</summary>
    /// <exception cref="ProtectionException">
    /// <see cref="PrivacyErrors.Altered"/>, <see cref="PrivacyErrors.UnknownKey"/> or <see cref="PrivacyErrors.NotProtected"/>.
    /// </exception>
    public byte[] Unprotect(in FieldContext context, ReadOnlySpan<byte> value)
    {
        var plaintext = new byte[PlaintextLength(value, context.Field)];
        Unprotect(context, value, plaintext);
        return plaintext;
    }

    /// <summary>Decrypts a value into a buffer and returns the length of the plain text: <see cref="Overhead"/> less than the value.</summary>
    /// <exception cref="ArgumentException">The buffer is too short.</exception>
    /// <exception cref="ProtectionException">As for the other overload.</exception>
    public int Unprotect(in FieldContext context, ReadOnlySpan<byte> value, Span<byte> plaintext)
    {
        Span<byte> aad = stackalloc byte[FieldAad.MaxSize];
        return Unprotect(Aad(aad, context), context.Field, value, plaintext);
    }

    /// <summary>Number of the key a value was encrypted with; tells what a rotation still has to rewrite.</summary>
    /// <exception cref="ProtectionException"><see cref="PrivacyErrors.NotProtected"/>.</exception>
    public static ushort KeyIdOf(ReadOnlySpan<byte> value)
    {
        PlaintextLength(value, "?");
        return BinaryPrimitives.ReadUInt16BigEndian(value[FieldEnvelope.KeyIdAt..]);
    }

    /// <summary>Gives the ciphers back. Keys belong to the ring.</summary>
    public void Dispose()
    {
        foreach (var pool in _pools.Values)
        {
            pool.Dispose();
        }
    }

    internal static int PlaintextLength(ReadOnlySpan<byte> value, string field) =>
        value.Length >= Overhead && value[0] == FieldEnvelope.Version && value[1] == FieldEnvelope.Aes256Gcm
            ? value.Length - Overhead
            : throw new ProtectionException(PrivacyErrors.NotProtected, inner: null, field);

    internal void Protect(ReadOnlySpan<byte> aad, ReadOnlySpan<byte> plaintext, Span<byte> result)
    {
        var pool = PoolOf(_keys.EncryptionKey);
        result[0] = FieldEnvelope.Version;
        result[1] = FieldEnvelope.Aes256Gcm;
        BinaryPrimitives.WriteUInt16BigEndian(result[FieldEnvelope.KeyIdAt..], pool.KeyId);
        var nonce = result.Slice(FieldEnvelope.NonceAt, FieldEnvelope.NonceSize);
        NonceSource.Fill(nonce);
        var cipher = pool.Rent();
        cipher.Encrypt(nonce, plaintext, result.Slice(FieldEnvelope.TextAt, plaintext.Length), result[^FieldEnvelope.TagSize..], aad);
        pool.Return(cipher);
    }

    internal int Unprotect(ReadOnlySpan<byte> aad, string field, ReadOnlySpan<byte> value, Span<byte> plaintext)
    {
        var length = PlaintextLength(value, field);
        var id = BinaryPrimitives.ReadUInt16BigEndian(value[FieldEnvelope.KeyIdAt..]);
        var pool = _last is { } last && last.KeyId == id ? last : PoolOf(_keys.FindEncryptionKey(id) ?? throw UnknownKey(id));
        var cipher = pool.Rent();
        try
        {
            cipher.Decrypt(
                value.Slice(FieldEnvelope.NonceAt, FieldEnvelope.NonceSize),
                value.Slice(FieldEnvelope.TextAt, length),
                value[^FieldEnvelope.TagSize..],
                plaintext[..length],
                aad);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new ProtectionException(PrivacyErrors.Altered, inner: null, field);
        }
        finally
        {
            pool.Return(cipher);
        }

        return length;
    }

    private static ReadOnlySpan<byte> Aad(Span<byte> buffer, in FieldContext context)
    {
        var length = FieldAad.WriteRecord(buffer, context.Record, context.SchemaVersion);
        return buffer[..(length + FieldAad.WriteField(buffer[length..], context.Field, context.Occurrence))];
    }

    private CipherPool PoolOf(ProtectionKey key)
    {
        var last = _last;
        return last is not null && last.KeyId == key.Id ? last : _last = _pools.GetOrAdd(key.Id, static (_, k) => new CipherPool(k), key);
    }

    private static ProtectionException UnknownKey(ushort id) =>
        new(PrivacyErrors.UnknownKey, inner: null, id.ToString(CultureInfo.InvariantCulture));
}
