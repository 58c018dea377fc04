using System.Text.Json.Serialization;

namespace NewCitizen.Addresses.Normalisation;

/// <summary>The embedded words as written.</summary>
internal sealed class AddressVocabularyData
{
    public List<Zone> Zones { get; set; } = [];

    public string Traditional { get; set; } = string.Empty;

    internal sealed class Zone
    {
        public string Key { get; set; } = string.Empty;

        public string Division { get; set; } = string.Empty;

        public List<string> Overlaps { get; set; } = [];

        public List<string> Names { get; set; } = [];
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AddressVocabularyData))]
#pragma warning disable MA0048 // The generated context belongs to the data above.
internal sealed partial class AddressVocabularyJson : JsonSerializerContext;
#pragma warning restore MA0048
