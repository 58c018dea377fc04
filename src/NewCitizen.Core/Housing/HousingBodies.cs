using System.Text.Json.Serialization;
using NewCitizen.Housing.Rules;
using NewCitizen.Privacy;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Housing;

/// <summary>Stored forms of homes, rooms, leases and stays, apart from their columns. Names here are for ever.</summary>
internal static class HousingBodies
{
    internal sealed class Property
    {
        public required string Kind { get; set; }

        [JsonConverter(typeof(LandlordNameConverter))]
        public required string LandlordName { get; set; }

        [JsonConverter(typeof(LandlordPhoneConverter))]
        public string? LandlordPhone { get; set; }

        public string? LandlordOrganisation { get; set; }
    }

    internal sealed class Room
    {
        public required string Number { get; set; }

        public required string Use { get; set; }

        public decimal? AreaSquareMetres { get; set; }

        public List<string>? Beds { get; set; }
    }

    internal sealed class Lease
    {
        public List<Guid>? Rooms { get; set; }

        public List<Guid>? Tenants { get; set; }

        public string? EmployerCode { get; set; }

        public LocalDate SignedOn { get; set; }

        public LocalDate? EndedOn { get; set; }

        public LeaseFacts? Stated { get; set; }
    }

    internal sealed class Occupancy
    {
        public string? Bed { get; set; }

        public Guid? Lease { get; set; }

        public bool Family { get; set; }
    }

    internal sealed class LandlordNameConverter() : ProtectedStringConverter("landlord.name");

    internal sealed class LandlordPhoneConverter() : ProtectedStringConverter("landlord.phone");
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(HousingBodies.Property), TypeInfoPropertyName = "Property")]
[JsonSerializable(typeof(HousingBodies.Room), TypeInfoPropertyName = "Room")]
[JsonSerializable(typeof(HousingBodies.Lease), TypeInfoPropertyName = "Lease")]
[JsonSerializable(typeof(HousingBodies.Occupancy), TypeInfoPropertyName = "Occupancy")]
#pragma warning disable MA0048 // The generated context belongs to the bodies above.
internal sealed partial class HousingJson : JsonSerializerContext;
#pragma warning restore MA0048
