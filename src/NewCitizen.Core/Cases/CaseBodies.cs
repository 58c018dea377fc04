using System.Text.Json.Serialization;
using NewCitizen.Calendars;
using NewCitizen.Privacy;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Cases;

/// <summary>Stored forms of cases, ratings and follow-ups, apart from their columns. Names here are for ever.</summary>
internal static class CaseBodies
{
    internal sealed class Case
    {
        public int Channel { get; set; }

        [JsonConverter(typeof(NameConverter))]
        public string? Name { get; set; }

        [JsonConverter(typeof(DocumentConverter))]
        public string? DocumentNumber { get; set; }

        public int DocumentKind { get; set; }

        public string? DocumentCountry { get; set; }

        [JsonConverter(typeof(PhoneConverter))]
        public string? Phone { get; set; }

        public List<string>? Papers { get; set; }

        public List<string>? AskedFor { get; set; }

        public Guid? Centre { get; set; }

        public string? Window { get; set; }

        public Guid? Appointment { get; set; }

        public Guid? Ticket { get; set; }

        public LocalDate? AcceptedOn { get; set; }

        public StoredTimeLimit? Limit { get; set; }

        public string? LimitSource { get; set; }

        public string? LimitArticle { get; set; }

        public required List<Step> Steps { get; set; }
    }

    internal sealed class Step
    {
        public long At { get; set; }

        public required string Act { get; set; }

        public required string Actor { get; set; }

        [JsonConverter(typeof(ReasonConverter))]
        public string? Reason { get; set; }
    }

    internal sealed class FollowUp
    {
        public required Guid Rating { get; set; }

        [JsonConverter(typeof(CaseConverter))]
        public string? Case { get; set; }

        [JsonConverter(typeof(RemarkConverter))]
        public string? Remark { get; set; }

        public Guid Item { get; set; }

        public Guid? Centre { get; set; }

        public string? Window { get; set; }

        public int Level { get; set; }

        public LocalDate OpenedOn { get; set; }

        public LocalDate? CalledOn { get; set; }

        [JsonConverter(typeof(OutcomeConverter))]
        public string? Reason { get; set; }
    }

    internal sealed class NameConverter() : ProtectedStringConverter("applicant.name");

    internal sealed class DocumentConverter() : ProtectedStringConverter("applicant.document");

    internal sealed class PhoneConverter() : ProtectedStringConverter("applicant.phone");

    internal sealed class ReasonConverter() : ProtectedStringConverter("steps.reason");

    internal sealed class CaseConverter() : ProtectedStringConverter("case");

    internal sealed class RemarkConverter() : ProtectedStringConverter("remark");

    internal sealed class OutcomeConverter() : ProtectedStringConverter("reason");
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(CaseBodies.Case), TypeInfoPropertyName = "Case")]
[JsonSerializable(typeof(CaseBodies.FollowUp), TypeInfoPropertyName = "FollowUp")]
#pragma warning disable MA0048 // The generated context belongs to the bodies above.
internal sealed partial class CaseJson : JsonSerializerContext;
#pragma warning restore MA0048
