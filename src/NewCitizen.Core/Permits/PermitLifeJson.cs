using System.Text.Json.Serialization;
using NewCitizen.Storage.Records;

namespace NewCitizen.Permits;

/// <summary>How a life is read from a file.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(PermitLifeFile))]
internal sealed partial class PermitLifeJson : JsonSerializerContext;
