using System.Text.Json.Serialization;

namespace NewCitizen.Codes;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CodeTableData))]
internal sealed partial class CodeDataJson : JsonSerializerContext;
