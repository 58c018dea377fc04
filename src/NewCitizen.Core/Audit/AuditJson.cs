using System.Text.Json.Serialization;

namespace NewCitizen.Audit;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(AuditCheckpointBody))]
internal sealed partial class AuditJson : JsonSerializerContext;
