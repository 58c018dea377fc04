using System.Text.Json.Serialization;
using NewCitizen.Privacy;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Inspections;

/// <summary>Stored forms of inspections, hazards and photos, apart from their columns. Names here are for ever.</summary>
internal static class InspectionBodies
{
    internal sealed class Inspection
    {
        public required string Template { get; set; }

        public string? TemplateVersion { get; set; }

        public required string State { get; set; }

        public LocalDate DueOn { get; set; }

        public string? Grade { get; set; }

        public string? Inspector { get; set; }

        public int? PeopleFound { get; set; }

        public List<Answer>? Answers { get; set; }
    }

    internal sealed class Answer
    {
        public required string Item { get; set; }

        public required string Verdict { get; set; }

        [JsonConverter(typeof(AnswerNoteConverter))]
        public string? Note { get; set; }
    }

    internal sealed class Hazard
    {
        public Guid? Inspection { get; set; }

        public string? Item { get; set; }

        public required string Severity { get; set; }

        [JsonConverter(typeof(DescriptionConverter))]
        public required string Description { get; set; }

        public LocalDate? NoticedOn { get; set; }

        public int? LimitWorkdays { get; set; }

        public int EscalationLevel { get; set; }

        public List<Step>? Steps { get; set; }
    }

    internal sealed class Step
    {
        public long At { get; set; }

        public required string Act { get; set; }

        public required string Actor { get; set; }

        [JsonConverter(typeof(StepNoteConverter))]
        public string? Note { get; set; }
    }

    internal sealed class Photo
    {
        public required string Format { get; set; }

        public int Orientation { get; set; }

        [JsonConverter(typeof(PictureConverter))]
        public required byte[] Picture { get; set; }
    }

    internal sealed class AnswerNoteConverter() : ProtectedStringConverter("answers.note");

    internal sealed class DescriptionConverter() : ProtectedStringConverter("description");

    internal sealed class StepNoteConverter() : ProtectedStringConverter("steps.note");

    internal sealed class PictureConverter() : ProtectedConverter<byte[]>("picture")
    {
        protected override bool TryFormat(byte[] value, Span<byte> utf8, out int written)
        {
            written = value.Length;
            return value.AsSpan().TryCopyTo(utf8);
        }

        protected override byte[] Parse(ReadOnlySpan<byte> utf8) => utf8.ToArray();
    }
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(InspectionBodies.Inspection), TypeInfoPropertyName = "Inspection")]
[JsonSerializable(typeof(InspectionBodies.Hazard), TypeInfoPropertyName = "Hazard")]
[JsonSerializable(typeof(InspectionBodies.Photo), TypeInfoPropertyName = "Photo")]
#pragma warning disable MA0048 // The generated context belongs to the bodies above.
internal sealed partial class InspectionJson : JsonSerializerContext;
#pragma warning restore MA0048
