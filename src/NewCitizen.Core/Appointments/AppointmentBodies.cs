using System.Text.Json.Serialization;
using NewCitizen.Privacy;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>Stored forms of appointments, bookers and waiting lists, apart from their columns. Names here are for ever. Times are minutes of the day, moments are Unix milliseconds.</summary>
internal static class AppointmentBodies
{
    internal sealed class Appointment
    {
        public Guid Centre { get; set; }

        public required string Plan { get; set; }

        public Guid Item { get; set; }

        public string? Quota { get; set; }

        public int Start { get; set; }

        public int End { get; set; }

        public bool CountsItem { get; set; }

        public Person? Person { get; set; }

        public Guid? Waitlist { get; set; }

        public int Sequence { get; set; }

        public long CreatedAt { get; set; }

        public long ChangedAt { get; set; }

        public int? CallReason { get; set; }

        public long? CalledAt { get; set; }

        public string? Request { get; set; }
    }

    internal sealed class Person
    {
        [JsonConverter(typeof(NameConverter))]
        public required string Name { get; set; }

        public int DocumentKind { get; set; }

        [JsonConverter(typeof(NumberConverter))]
        public required string Number { get; set; }

        public required string Country { get; set; }

        public LocalDate? ValidFrom { get; set; }

        public LocalDate? ValidUntil { get; set; }

        [JsonConverter(typeof(PhoneConverter))]
        public string? Phone { get; set; }
    }

    internal sealed class Entry
    {
        public Guid Centre { get; set; }

        public required string Plan { get; set; }

        public Guid Item { get; set; }

        public string? Quota { get; set; }

        public int? Start { get; set; }

        public required Person Person { get; set; }

        public long JoinedAt { get; set; }

        public Guid? Offer { get; set; }

        public string? Request { get; set; }
    }

    internal sealed class Booker
    {
        public List<Open>? Open { get; set; }

        public List<Event>? Events { get; set; }
    }

    internal sealed class Open
    {
        public Guid Id { get; set; }

        public Guid Centre { get; set; }

        public required string Plan { get; set; }

        public LocalDate Date { get; set; }

        public int Start { get; set; }

        public int End { get; set; }
    }

    internal sealed class Event
    {
        public long At { get; set; }

        public LocalDate For { get; set; }

        public int Kind { get; set; }

        public Guid? Item { get; set; }

        public Guid Id { get; set; }
    }

    internal sealed class NameConverter() : ProtectedStringConverter("person.name");

    internal sealed class NumberConverter() : ProtectedStringConverter("person.number");

    internal sealed class PhoneConverter() : ProtectedStringConverter("person.phone");
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(AppointmentBodies.Appointment), TypeInfoPropertyName = "Appointment")]
[JsonSerializable(typeof(AppointmentBodies.Entry), TypeInfoPropertyName = "Entry")]
[JsonSerializable(typeof(AppointmentBodies.Booker), TypeInfoPropertyName = "Booker")]
#pragma warning disable MA0048 // The generated context belongs to the bodies above.
internal sealed partial class AppointmentJson : JsonSerializerContext;
#pragma warning restore MA0048
