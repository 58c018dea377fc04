using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using NewCitizen.Errors;
using NewCitizen.Privacy;

namespace NewCitizen.Storage.Records;

/// <summary>
/// Turns the keyset of a page into the text a caller hands back, and back again. Sealed with the key ring over the whole question, so
/// that a cursor cannot be altered or used for another agency, kind or condition.
/// </summary>
internal sealed class PageCursorSeal(BlindIndexer indexer)
{
    public string Seal(RecordQuery query, QueryCursor cursor)
    {
        var payload = Encode(cursor);
        return $"{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(Mac(query, payload))}";
    }

    /// <exception cref="NewCitizenException">NC3011: not a cursor of this question.</exception>
    public QueryCursor Open(RecordQuery question, string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0
            && TryDecode(text.AsSpan(0, dot), out var payload)
            && TryDecode(text.AsSpan(dot + 1), out var mac)
            && CryptographicOperations.FixedTimeEquals(mac, Mac(question, payload))
            && Decode(payload) is { } cursor)
        {
            return cursor;
        }

        throw new NewCitizenException(StorageErrors.InvalidCursor);
    }

    private byte[] Mac(RecordQuery query, byte[] payload)
    {
        var text = new StringBuilder()
            .Append(query.Agency.Value).Append('\n')
            .Append(query.Kind.Name).Append('\n')
            .Append(query.OrderBy).Append(query.Descending ? '-' : '+').Append('\n');
        foreach (var filter in query.Where)
        {
            text.Append(filter.Field).Append(filter.IsRange ? '~' : '=');
            foreach (var value in filter.IsRange ? [filter.From, filter.Before] : filter.AnyOf)
            {
                text.Append(Convert.ToHexString(EncodeValue(value))).Append(',');
            }

            text.Append('\n');
        }

        text.Append(Convert.ToHexString(payload));
        return indexer.Compute("page", "cursor", "seal", text.ToString());
    }

    private static byte[] Encode(QueryCursor cursor)
    {
        var value = EncodeValue(cursor.OrderValue);
        var bytes = new byte[16 + value.Length];
        cursor.Id.TryWriteBytes(bytes, bigEndian: true, out _);
        value.CopyTo(bytes, 16);
        return bytes;
    }

    private static QueryCursor? Decode(byte[] bytes)
    {
        if (bytes.Length < 17)
        {
            return null;
        }

        var id = new Guid(bytes.AsSpan(0, 16), bigEndian: true);
        var body = bytes.AsSpan(17);
        return bytes[16] switch
        {
            0 => new(FieldValue.Null, id),
            1 => new(FieldValue.Text(Encoding.UTF8.GetString(body)), id),
            2 => new(FieldValue.Integer(BinaryPrimitives.ReadInt64BigEndian(body)), id),
            3 => new(FieldValue.Bytes(body.ToArray()), id),
            4 => new(FieldValue.Date(new NodaTime.LocalDate(1970, 1, 1).PlusDays((int)BinaryPrimitives.ReadInt64BigEndian(body))), id),
            5 => new(FieldValue.Instant(NodaTime.Instant.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(body))), id),
            _ => null,
        };
    }

    private static byte[] EncodeValue(FieldValue value)
    {
        if (value.IsNull)
        {
            return [0];
        }

        return value.Type switch
        {
            FieldType.Text => [1, .. Encoding.UTF8.GetBytes(value.AsText())],
            FieldType.Bytes => [3, .. value.AsBytes()],
            var type => Number(type, value.RawNumber),
        };

        static byte[] Number(FieldType type, long number)
        {
            var bytes = new byte[9];
            bytes[0] = type switch { FieldType.Integer => 2, FieldType.Date => 4, _ => 5 };
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), number);
            return bytes;
        }
    }

    private static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text.Length > 4096 || !Base64Url.IsValid(text))
        {
            return false;
        }

        bytes = Base64Url.DecodeFromChars(text);
        return true;
    }
}
