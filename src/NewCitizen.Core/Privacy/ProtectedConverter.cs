using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewCitizen.Privacy;

/// <summary>
/// Writes a value encrypted (as base64) and reads it back, inside a <see cref="ProtectionScope"/>. One small sealed class a field gives
/// the name of the field: <c>sealed class ResidentNameConverter() : ProtectedTextConverter("name");</c> put on the property with
/// <see cref="JsonConverterAttribute"/>. JSON null stays null and is not protected.
/// </summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <remarks>
/// Several values of one field in a record (a list) are told apart by their order, so they cannot be exchanged; a field name must
/// therefore belong to one property, such as <c>documents.number</c>, and a reader must read all values of a field or none. Somebody who can write to the
/// store can still put an older value of the same field back, or remove it: that is what the audit log is for.
/// </remarks>
public abstract class ProtectedConverter<T> : JsonConverter<T>
{
    private const int OnStack = 512;
    private readonly string _field;

    /// <summary>Names the field.</summary>
    /// <param name="field">1 to 64 ASCII characters, unique inside the kind of record. Never rename it: values are bound to it.</param>
    protected ProtectedConverter(string field)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        _field = field;
    }

    /// <summary>Writes the whole value as UTF-8; false if the buffer is too short.</summary>
    protected abstract bool TryFormat(T value, Span<byte> utf8, out int written);

    /// <summary>Reads what <see cref="TryFormat"/> wrote.</summary>
    protected abstract T Parse(ReadOnlySpan<byte> utf8);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">There is no <see cref="ProtectionScope"/>.</exception>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var state = ProtectionState.Current;
        byte[]? rented = null;
        Span<byte> buffer = stackalloc byte[OnStack];
        int length;
        while (!TryFormat(value, Half(buffer), out length))
        {
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            Return(rented, buffer);
            rented = larger;
            buffer = larger;
        }

        // Plain text in the first half, the protected value behind it.
        var envelope = buffer.Slice(length, length + FieldProtector.Overhead);
        state.Protector.Protect(state.Next(_field), buffer[..length], envelope);
        writer.WriteBase64StringValue(envelope);
        Return(rented, buffer[..length]);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">There is no <see cref="ProtectionScope"/>.</exception>
    /// <exception cref="ProtectionException">The value was altered, moved, or needs a key the ring does not hold.</exception>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var state = ProtectionState.Current;
        var aad = state.Next(_field);
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new ProtectionException(PrivacyErrors.NotProtected, inner: null, _field);
        }

        Span<byte> decoded = stackalloc byte[OnStack];
        scoped ReadOnlySpan<byte> envelope;
        if (!reader.HasValueSequence && !reader.ValueIsEscaped && reader.ValueSpan.Length <= OnStack)
        {
            if (Base64.DecodeFromUtf8(reader.ValueSpan, decoded, out _, out var count) != OperationStatus.Done)
            {
                throw new ProtectionException(PrivacyErrors.NotProtected, inner: null, _field);
            }

            envelope = decoded[..count];
        }
        else
        {
            envelope = reader.TryGetBytesFromBase64(out var bytes) ? bytes : throw new ProtectionException(PrivacyErrors.NotProtected, inner: null, _field);
        }

        var length = FieldProtector.PlaintextLength(envelope, _field);
        state.Saw(FieldProtector.KeyIdOf(envelope));
        byte[]? rented = null;
        var plaintext = length <= OnStack ? stackalloc byte[OnStack] : (rented = ArrayPool<byte>.Shared.Rent(length));
        state.Protector.Unprotect(aad, _field, envelope, plaintext);
        try
        {
            return Parse(plaintext[..length]);
        }
        finally
        {
            Return(rented, plaintext[..length]);
        }
    }

    private static Span<byte> Half(Span<byte> buffer) => buffer[..((buffer.Length - FieldProtector.Overhead) / 2)];

    private static void Return(byte[]? rented, Span<byte> plaintext)
    {
        CryptographicOperations.ZeroMemory(plaintext);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
