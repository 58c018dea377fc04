using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Exchange.V1;

/// <summary>A moment as <c>2026-11-22T21:00:00+08:00</c>, with up to nine decimals of a second.</summary>
internal sealed class WireTimeConverter : JsonConverter<OffsetDateTime>
{
    public override OffsetDateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && OffsetDateTimePattern.Rfc3339.Parse(reader.GetString()!) is { Success: true } time
            ? time.Value
            : throw new JsonException("Not a time with an offset.");

    public override void Write(Utf8JsonWriter writer, OffsetDateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(OffsetDateTimePattern.Rfc3339.Format(value));
}
