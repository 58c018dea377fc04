using System.Text.Json.Serialization;

namespace NewCitizen.Queues;

/// <summary>Stored forms of setups, tickets, windows and calls, apart from their columns. Names here are for ever. Times are milliseconds of Unix time.</summary>
internal static class QueueBodies
{
    internal sealed class Setup
    {
        public required List<Group> Groups { get; set; }

        public int MostOvertakes { get; set; }

        public long LongestWaitSeconds { get; set; }

        public long EarlyCallSeconds { get; set; }

        public List<Priority>? Priorities { get; set; }

        public long? NoShowAfterSeconds { get; set; }

        public int? MostRecalls { get; set; }

        public long TicketsBeforeSeconds { get; set; }

        public long LastTicketBeforeSeconds { get; set; }
    }

    internal sealed class Group
    {
        public required string Prefix { get; set; }

        public required string Name { get; set; }

        public string? EnglishName { get; set; }

        public required List<Guid> Items { get; set; }
    }

    internal sealed class Priority
    {
        public required string Code { get; set; }

        public required string Name { get; set; }

        public string? EnglishName { get; set; }
    }

    internal sealed class Ticket
    {
        public required string Prefix { get; set; }

        public int Sequence { get; set; }

        public required string Group { get; set; }

        public required List<Guid> Items { get; set; }

        public bool Booked { get; set; }

        public string? Priority { get; set; }

        public long TakenAt { get; set; }

        public long WaitingSince { get; set; }

        public long? BookedFor { get; set; }

        public string? Window { get; set; }

        public long? CalledAt { get; set; }

        public long? LastCalledAt { get; set; }

        public int Recalls { get; set; }

        public long? StartedAt { get; set; }
    }

    internal sealed class Duty
    {
        public bool Staffed { get; set; }

        public string? Number { get; set; }
    }

    internal sealed class Calls
    {
        public List<Overtaking>? Overtaking { get; set; }

        public List<Call>? Recent { get; set; }

        public List<Call>? Windows { get; set; }
    }

    internal sealed class Overtaking
    {
        public required string Group { get; set; }

        public long TakenAt { get; set; }

        public required string Number { get; set; }

        public long CalledAt { get; set; }

        public required string Window { get; set; }
    }

    internal sealed class Call
    {
        public required string Number { get; set; }

        public required string Window { get; set; }

        public long At { get; set; }

        public int Recalls { get; set; }
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QueueBodies.Setup), TypeInfoPropertyName = "Setup")]
[JsonSerializable(typeof(QueueBodies.Ticket), TypeInfoPropertyName = "Ticket")]
[JsonSerializable(typeof(QueueBodies.Duty), TypeInfoPropertyName = "Duty")]
[JsonSerializable(typeof(QueueBodies.Calls), TypeInfoPropertyName = "Calls")]
#pragma warning disable MA0048 // The generated context belongs to the bodies above.
internal sealed partial class QueueJson : JsonSerializerContext;
#pragma warning restore MA0048
