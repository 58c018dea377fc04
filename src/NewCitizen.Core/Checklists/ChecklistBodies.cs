using System.Text.Json.Serialization;
using NewCitizen.Privacy;

namespace NewCitizen.Checklists;

/// <summary>Stored form of progress, apart from its columns. Names here are for ever.</summary>
internal static class ChecklistBodies
{
    internal sealed class Progress
    {
        public List<Tick>? Done { get; set; }
    }

    internal sealed class Tick
    {
        public required string Item { get; set; }

        public long At { get; set; }

        public required string Actor { get; set; }

        [JsonConverter(typeof(NoteConverter))]
        public string? Note { get; set; }
    }

    internal sealed class NoteConverter() : ProtectedStringConverter("tick.note");
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ChecklistBodies.Progress))]
#pragma warning disable MA0048 // The generated context belongs to the bodies above.
internal sealed partial class ChecklistBodyJson : JsonSerializerContext;
#pragma warning restore MA0048
