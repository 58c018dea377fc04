using System.Text.Json;
using System.Text.Json.Serialization;
using NewCitizen.Storage.Records;

namespace NewCitizen.Housing.Rules;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(LocalDateJsonConverter), typeof(RoomUseConverter)])]
[JsonSerializable(typeof(RoomFacts))]
[JsonSerializable(typeof(PropertyFacts))]
[JsonSerializable(typeof(LeaseFacts))]
internal sealed partial class HousingRulesJson : JsonSerializerContext
{
    internal sealed class RoomUseConverter() : JsonStringEnumConverter<RoomUse>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
}
