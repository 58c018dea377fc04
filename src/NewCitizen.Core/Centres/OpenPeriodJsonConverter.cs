using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Centres;

/// <summary>Open periods in record bodies and data files as <c>08:30-12:00</c>, whole minutes.</summary>
internal sealed class OpenPeriodJsonConverter : JsonConverter<OpenPeriod>
{
    private static readonly LocalTimePattern s_minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public override OpenPeriod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : string.Empty;
        return text.Split('-') is [var from, var until] && s_minutes.Parse(from).TryGetValue(default, out var first) && s_minutes.Parse(until).TryGetValue(default, out var end)
            ? new(first, end)
            : throw new JsonException("Not a period of the form 08:30-12:00.");
    }

    public override void Write(Utf8JsonWriter writer, OpenPeriod value, JsonSerializerOptions options) =>
        writer.WriteStringValue($"{s_minutes.Format(value.From)}-{s_minutes.Format(value.Until)}");
}
