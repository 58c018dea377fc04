using System.Text.Json.Serialization;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Plates;

/// <summary>Stored form of plates, apart from their columns. Names here are for ever.</summary>
internal static class PlateBodies
{
    internal sealed class Plate
    {
        public int KeyVersion { get; set; }

        public int OldestKeyVersion { get; set; }

        public LocalDate IssuedOn { get; set; }

        public string? Reason { get; set; }

        public Guid? Replaces { get; set; }
    }
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(PlateBodies.Plate), TypeInfoPropertyName = "Plate")]
#pragma warning disable MA0048 // The generated context belongs to the bodies above.
internal sealed partial class PlateJson : JsonSerializerContext;
#pragma warning restore MA0048
