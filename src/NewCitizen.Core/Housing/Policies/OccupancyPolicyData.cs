using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewCitizen.Housing.Policies;

/// <summary>The file of standards as written.</summary>
internal sealed class OccupancyPolicyData
{
    public string? Note { get; set; }

    public List<Entry?>? Policies { get; set; }

    internal sealed class Entry
    {
        public string? Division { get; set; }

        public string? Since { get; set; }

        public string? Until { get; set; }

        public string? Name { get; set; }

        public string? Source { get; set; }

        public string? Note { get; set; }

        public decimal? AreaPerPerson { get; set; }

        public string? AreaKind { get; set; }

        public int? PeoplePerRoom { get; set; }

        public bool FamilyExempt { get; set; }

        public bool? BedLettingAllowed { get; set; }

        public Group? GroupRental { get; set; }

        public int? LeaseFilingDays { get; set; }

        public int? SublessorHomes { get; set; }
    }

    internal sealed class Group
    {
        public int? Rooms { get; set; }

        public int? People { get; set; }

        public int? Beds { get; set; }

        public List<string?>? Duties { get; set; }

        public bool NoDormitoryInCompound { get; set; }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(OccupancyPolicyData))]
#pragma warning disable MA0048 // The generated context belongs to the data above.
internal sealed partial class OccupancyPolicyJson : JsonSerializerContext;
#pragma warning restore MA0048
