using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace NewCitizen.Storage.Sqlite.Values;

/// <summary>
/// Keeps a set of values in one text column as a JSON array, so that SQL can read it with <c>json_each</c>:
/// text and dates as strings, bytes as upper-case hexadecimal strings, numbers and moments (Unix milliseconds) as numbers.
/// </summary>
internal static class SetCodec
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static ArrayBufferWriter<byte> Encode(IReadOnlyList<FieldValue> values)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using var writer = new Utf8JsonWriter(buffer, s_options);
        writer.WriteStartArray();
        foreach (var value in values)
        {
            switch (value.Type)
            {
                case FieldType.Text: writer.WriteStringValue(value.AsText()); break;
                case FieldType.Integer: writer.WriteNumberValue(value.AsInteger()); break;
                case FieldType.Bytes: writer.WriteStringValue(Convert.ToHexString(value.AsBytes())); break;
                case FieldType.Date: writer.WriteStringValue(value.ToIsoDate()); break;
                default: writer.WriteNumberValue(value.AsInstant().ToUnixTimeMilliseconds()); break;
            }
        }

        writer.WriteEndArray();
        return buffer;
    }

    public static FieldValue Decode(ReadOnlySpan<byte> json, FieldType type)
    {
        var reader = new Utf8JsonReader(json);
        var values = new List<FieldValue>(4);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(type switch
            {
                FieldType.Text => FieldValue.Text(reader.GetString()),
                FieldType.Integer => FieldValue.Integer(reader.GetInt64()),
                FieldType.Bytes => FieldValue.Bytes(Convert.FromHexString(reader.ValueSpan)),
                FieldType.Date => FieldValue.Date(LocalDatePattern.Iso.Parse(reader.GetString()!).Value),
                _ => FieldValue.Instant(NodaTime.Instant.FromUnixTimeMilliseconds(reader.GetInt64())),
            });
        }

        return FieldValue.Many(values);
    }
}
