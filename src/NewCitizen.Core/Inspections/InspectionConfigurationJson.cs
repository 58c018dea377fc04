using System.Text.Json.Serialization;
using NewCitizen.Inspections.Rules;
using NewCitizen.Storage.Records;

namespace NewCitizen.Inspections;

// A misspelt member would silently lose a number, so an unknown one is refused.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(List<GradePolicy>))]
[JsonSerializable(typeof(List<InspectionTemplate>))]
internal sealed partial class InspectionConfigurationJson : JsonSerializerContext;
