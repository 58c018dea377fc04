using System.Text.Json.Serialization;
using NewCitizen.Calendars;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Centres;

/// <summary>Stored form of a service centre, apart from its columns; data files have the same form, with codes for ids of items. Names here are for ever.</summary>
internal class CentreBody
{
    public string? EnglishName { get; set; }

    public string? Address { get; set; }

    public string? Phone { get; set; }

    public Week? Hours { get; set; }

    public List<Window>? Windows { get; set; }

    public List<Plan>? Plans { get; set; }

    public List<Exception>? Exceptions { get; set; }

    public List<string>? RetiredPlans { get; set; }

    internal sealed class Week
    {
        /// <summary>Monday to Sunday; a day that is closed has no periods.</summary>
        public required List<List<OpenPeriod>> Days { get; set; }

        public List<OpenPeriod>? MakeUpWorkdays { get; set; }
    }

    internal sealed class Window
    {
        public required string Code { get; set; }

        public required string Name { get; set; }

        public List<string>? Items { get; set; }

        public Week? Shifts { get; set; }

        public bool Priority { get; set; }
    }

    internal sealed class Plan
    {
        public required string Code { get; set; }

        public required string Name { get; set; }

        public required List<string> Items { get; set; }

        public required int SlotMinutes { get; set; }

        public int? PlacesPerSlot { get; set; }

        public List<Quota>? Quotas { get; set; }

        public List<ItemLimit>? ItemLimits { get; set; }

        public List<int>? OnlyOn { get; set; }

        public long SoonestAheadSeconds { get; set; }

        public StoredTimeLimit? FarthestAhead { get; set; }

        public long CancelCutOffSeconds { get; set; }

        public long HoldSeconds { get; set; }

        public long? OfferSeconds { get; set; }

        public long? RemindAheadSeconds { get; set; }

        public long GraceSeconds { get; set; }

        public int? PerPersonPerDay { get; set; }

        public int? PerPersonOpen { get; set; }
    }

    internal sealed class Quota
    {
        public required string Code { get; set; }

        public required string Name { get; set; }

        public required int Places { get; set; }
    }

    internal sealed class ItemLimit
    {
        public required string Item { get; set; }

        public required int Places { get; set; }
    }

    internal sealed class Exception
    {
        public required LocalDate From { get; set; }

        public required LocalDate Until { get; set; }

        public List<OpenPeriod>? Open { get; set; }

        public required string Reason { get; set; }
    }
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(LocalDateJsonConverter), typeof(OpenPeriodJsonConverter)])]
[JsonSerializable(typeof(CentreBody))]
#pragma warning disable MA0048 // The generated context belongs to the body above.
internal sealed partial class CentreJson : JsonSerializerContext;
#pragma warning restore MA0048
