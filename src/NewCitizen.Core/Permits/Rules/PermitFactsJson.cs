using System.Text.Json.Serialization;
using NewCitizen.Storage.Records;

namespace NewCitizen.Permits.Rules;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(PermitFacts))]
internal sealed partial class PermitFactsJson : JsonSerializerContext;
