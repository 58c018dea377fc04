using System.Text.Json.Serialization;

namespace NewCitizen.Exchange.Rosters;

/// <summary>Written without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IssueRecord))]
internal sealed partial class IssueRecordJson : JsonSerializerContext;
