using System.Text.Json.Serialization;

namespace NewCitizen.Exchange.Export;

/// <summary>The schema of a file of an export.</summary>
internal sealed record ExportSchema([property: JsonPropertyName("$id")] string Id, string Name, IReadOnlyDictionary<string, string> Digests);
