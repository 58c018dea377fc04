using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Storage.Records;

/// <summary>Dates in record bodies as <c>yyyy-MM-dd</c>.</summary>
internal sealed class LocalDateJsonConverter : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        !reader.HasValueSequence && IsoDate.TryRead(reader.ValueSpan, out var date) ? date
        : reader.TokenType == JsonTokenType.String && LocalDatePattern.Iso.Parse(reader.GetString()!).TryGetValue(default, out date) ? date

        // The serializer adds the place; the value may be a person's.
        : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[10];
        value.Year.TryFormat(text, out _, "D4", provider: null);
        text[4] = '-';
        value.Month.TryFormat(text[5..], out _, "D2", provider: null);
        text[7] = '-';
        value.Day.TryFormat(text[8..], out _, "D2", provider: null);
        writer.WriteStringValue(text);
    }
}
