using System.Text.Json.Serialization;

namespace NewCitizen.Inspections.Rules;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(GradeFacts))]
internal sealed partial class GradeJson : JsonSerializerContext;
