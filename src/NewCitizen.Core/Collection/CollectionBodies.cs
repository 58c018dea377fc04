using System.Text.Json.Serialization;
using NewCitizen.Privacy;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Collection;

/// <summary>Stored forms of reports and stays, apart from their columns. Names here are for ever.</summary>
internal static class CollectionBodies
{
    internal sealed class Report
    {
        public required string Kind { get; set; }

        public Guid Address { get; set; }

        public Guid? Home { get; set; }

        public LocalDate On { get; set; }

        public long At { get; set; }

        public required string Actor { get; set; }

        public required string Channel { get; set; }

        public List<string>? Facts { get; set; }

        public List<Guid>? Tasks { get; set; }

        [JsonConverter(typeof(StatementConverter))]
        public string? Statement { get; set; }
    }

    internal sealed class Stay
    {
        public List<Fact>? Facts { get; set; }

        public List<Past>? Past { get; set; }
    }

    internal sealed class Fact
    {
        public required string Name { get; set; }

        [JsonConverter(typeof(ValueConverter))]
        public required string Value { get; set; }

        public required string Party { get; set; }

        public Guid Report { get; set; }

        public LocalDate StatedOn { get; set; }

        public required string Confidence { get; set; }

        public List<string>? ConfirmedBy { get; set; }

        public List<Fact>? Rivals { get; set; }

        public Guid? Task { get; set; }
    }

    internal sealed class Past
    {
        public required Fact Fact { get; set; }

        public LocalDate EndedOn { get; set; }

        public Guid? Task { get; set; }
    }

    internal sealed class StatementConverter() : ProtectedStringConverter("report.statement");

    internal sealed class ValueConverter() : ProtectedStringConverter("facts.value");
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(CollectionBodies.Report), TypeInfoPropertyName = "Report")]
[JsonSerializable(typeof(CollectionBodies.Stay), TypeInfoPropertyName = "Stay")]
[JsonSerializable(typeof(Statement))]
#pragma warning disable MA0048 // The generated context belongs to the bodies above.
internal sealed partial class CollectionJson : JsonSerializerContext;
#pragma warning restore MA0048
