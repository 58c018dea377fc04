using System.Text.Json.Serialization;
using NewCitizen.Calendars;
using NewCitizen.Privacy;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Grid;

/// <summary>Stored forms of cells, workers and tasks, apart from their columns. Names here are for ever.</summary>
internal static class GridBodies
{
    internal sealed class Cell
    {
        public required string Name { get; set; }

        public List<Assignment>? Assignments { get; set; }
    }

    internal sealed class Assignment
    {
        public Guid Worker { get; set; }

        public LocalDate Since { get; set; }

        public LocalDate? Until { get; set; }
    }

    internal sealed class Worker
    {
        [JsonConverter(typeof(NameConverter))]
        public required string Name { get; set; }

        [JsonConverter(typeof(PhoneConverter))]
        public string? Phone { get; set; }

        public List<int>? DutyDays { get; set; }
    }

    internal sealed class Task
    {
        public required string SubjectKind { get; set; }

        public string? Topic { get; set; }

        public Guid? Address { get; set; }

        public LocalDate OpenedOn { get; set; }

        public StoredTimeLimit? Limit { get; set; }

        [JsonConverter(typeof(ResultConverter))]
        public string? Result { get; set; }
    }

    internal sealed class NameConverter() : ProtectedStringConverter("worker.name");

    internal sealed class PhoneConverter() : ProtectedStringConverter("worker.phone");

    internal sealed class ResultConverter() : ProtectedStringConverter("task.result");
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(GridBodies.Cell), TypeInfoPropertyName = "Cell")]
[JsonSerializable(typeof(GridBodies.Worker), TypeInfoPropertyName = "Worker")]
[JsonSerializable(typeof(GridBodies.Task), TypeInfoPropertyName = "Task")]
#pragma warning disable MA0048 // The generated context belongs to the bodies above.
internal sealed partial class GridJson : JsonSerializerContext;
#pragma warning restore MA0048
