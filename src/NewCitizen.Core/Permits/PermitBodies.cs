using System.Text.Json.Serialization;
using NewCitizen.Privacy;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>Stored form of permits, apart from their columns. Names here are for ever.</summary>
internal static class PermitBodies
{
    internal sealed class Permit
    {
        public required string Division { get; set; }

        public Guid Address { get; set; }

        public required string Route { get; set; }

        public bool ByAgent { get; set; }

        public bool IsExempt { get; set; }

        public LocalDate? StayedSince { get; set; }

        public List<string>? Papers { get; set; }

        public List<string>? AskedFor { get; set; }

        public int? ExtendedDays { get; set; }

        public required List<Step> Steps { get; set; }
    }

    internal sealed class Step
    {
        public long At { get; set; }

        public required string Act { get; set; }

        public required string Actor { get; set; }

        [JsonConverter(typeof(ReasonConverter))]
        public string? Reason { get; set; }

        public LocalDate? YearsFrom { get; set; }

        public string? CancelReason { get; set; }
    }

    internal sealed class ReasonConverter() : ProtectedStringConverter("steps.reason");
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(PermitBodies.Permit), TypeInfoPropertyName = "Permit")]
#pragma warning disable MA0048 // The generated context belongs to the bodies above.
internal sealed partial class PermitJson : JsonSerializerContext;
#pragma warning restore MA0048
