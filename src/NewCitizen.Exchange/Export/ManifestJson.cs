using System.Text.Json.Serialization;
using NewCitizen.Exchange.V1;

namespace NewCitizen.Exchange.Export;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", Converters = [typeof(WireTimeConverter)])]
[JsonSerializable(typeof(ExportManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
