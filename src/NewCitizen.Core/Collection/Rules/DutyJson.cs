using System.Text.Json;
using System.Text.Json.Serialization;
using NewCitizen.Storage.Records;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Collection.Rules;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(LocalDateJsonConverter), typeof(LocalDateTimeConverter), typeof(PersonGroupConverter), typeof(DwellingConverter)])]
[JsonSerializable(typeof(StayDutyFacts))]
internal sealed partial class DutyJson : JsonSerializerContext
{
    internal sealed class PersonGroupConverter() : JsonStringEnumConverter<PersonGroup>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

    internal sealed class DwellingConverter() : JsonStringEnumConverter<Dwelling>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

    internal sealed class LocalDateTimeConverter : JsonConverter<LocalDateTime>
    {
        private static readonly LocalDateTimePattern s_minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

        public override LocalDateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString() ?? string.Empty;
            return s_minutes.Parse(text) is { Success: true } short_ ? short_.Value
                : LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true } full ? full.Value
                : throw new JsonException("Not a local date and time.");
        }

        public override void Write(Utf8JsonWriter writer, LocalDateTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDateTimePattern.ExtendedIso.Format(value));
    }
}
