using System.Text.Json.Serialization;
using NewCitizen.Services;
using NewCitizen.Storage.Records;

namespace NewCitizen.Centres;

/// <summary>Form of a data file of items and centres: the stored forms with code, name and kind, and codes of items for ids.</summary>
internal sealed class CentreSeedFile
{
    public string? Remark { get; set; }

    public List<Item>? Items { get; set; }

    public List<Centre>? Centres { get; set; }

    internal sealed class Item : ServiceItemBody
    {
        public required string Code { get; set; }

        public required string Name { get; set; }
    }

    internal sealed class Centre : CentreBody
    {
        public required string Code { get; set; }

        public required string Name { get; set; }

        public required CentreKind Kind { get; set; }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip,
    Converters = [typeof(LocalDateJsonConverter), typeof(OpenPeriodJsonConverter)])]
[JsonSerializable(typeof(CentreSeedFile))]
#pragma warning disable MA0048 // The generated context belongs to the form above.
internal sealed partial class CentreSeedJson : JsonSerializerContext;
#pragma warning restore MA0048
