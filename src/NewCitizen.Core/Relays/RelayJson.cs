using System.Text.Json.Serialization;

namespace NewCitizen.Relays;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ParkedBody))]
internal sealed partial class RelayJson : JsonSerializerContext;
