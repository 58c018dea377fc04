using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewCitizen.Storage;

namespace NewCitizen.Relays;

/// <summary>Writes a message in CloudEvents JSON format. Names of extension attributes are lower case without hyphens, as the standard asks.</summary>
internal static class ChangeMessageWriter
{
    // The output is never put into HTML.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(ChangeMessage message)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, s_options);
        var entry = message.Entry;
        json.WriteStartObject();
        json.WriteString("specversion"u8, "1.0"u8);
        json.WriteString("id"u8, message.Id);
        json.WriteString("source"u8, message.Source);
        json.WriteString("type"u8, message.Type);
        json.WriteString("subject"u8, message.Subject);
        json.WriteString("sequence"u8, message.Sequence);
        json.WriteString("agency"u8, entry.Agency.Value);
        json.WriteString("recordkind"u8, entry.Kind);
        json.WriteString("recordid"u8, entry.Id);
        if (message.IsReplayed)
        {
            json.WriteBoolean("replayed"u8, true);
        }

        if (entry.Type != ChangeType.Event)
        {
            json.WriteString("datacontenttype"u8, "application/json"u8);
            json.WriteStartObject("data"u8);
            json.WriteNumber("version"u8, entry.Version);
            json.WriteEndObject();
        }
        else if (IsJson(entry.Payload.Span))
        {
            json.WriteString("datacontenttype"u8, "application/json"u8);
            json.WritePropertyName("data"u8);
            json.WriteRawValue(entry.Payload.Span, skipInputValidation: true);
        }
        else if (!entry.Payload.IsEmpty)
        {
            // A payload of a host's own that is no JSON must neither stop the feed nor be dropped.
            json.WriteString("datacontenttype"u8, "application/octet-stream"u8);
            json.WriteBase64String("data_base64"u8, entry.Payload.Span);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static bool IsJson(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload);
        try
        {
            return reader.Read() && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
