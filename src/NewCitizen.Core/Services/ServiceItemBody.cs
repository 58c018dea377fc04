using System.Text.Json.Serialization;
using NewCitizen.Calendars;

namespace NewCitizen.Services;

/// <summary>Stored form of a service item, apart from its columns. Names here are for ever.</summary>
internal class ServiceItemBody
{
    public string? EnglishName { get; set; }

    public List<Material>? Materials { get; set; }

    public List<Basis>? LegalBasis { get; set; }

    public StoredTimeLimit? StatutoryLimit { get; set; }

    public StoredTimeLimit? PromisedLimit { get; set; }

    public int Channels { get; set; }

    public decimal? FeeYuan { get; set; }

    public int SlotsInARow { get; set; }

    public bool Withdrawn { get; set; }

    internal sealed class Material
    {
        public required string Code { get; set; }

        public required string Name { get; set; }

        public string? EnglishName { get; set; }

        public bool Required { get; set; }

        public string? Alternative { get; set; }

        public string? Note { get; set; }
    }

    internal sealed class Basis
    {
        public required string Source { get; set; }

        public string? Article { get; set; }
    }

    public static ServiceItemBody From(ServiceItem item) => new()
    {
        EnglishName = item.EnglishName,
        Materials = item.Materials.Count == 0 ? null :
        [
            .. item.Materials.Select(own => new Material
            {
                Code = own.Code, Name = own.Name, EnglishName = own.EnglishName, Required = own.IsRequired, Alternative = own.Alternative, Note = own.Note,
            }),
        ],
        LegalBasis = item.Basis.Count == 0 ? null : [.. item.Basis.Select(basis => new Basis { Source = basis.Source, Article = basis.Article })],
        StatutoryLimit = StoredTimeLimit.From(item.StatutoryLimit),
        PromisedLimit = StoredTimeLimit.From(item.PromisedLimit),
        Channels = (int)item.Channels,
        FeeYuan = item.FeeYuan,
        SlotsInARow = item.SlotsInARow,
        Withdrawn = !item.IsOffered,
    };

    public ServiceItem ToItem(ServiceItemId id, string code, string name) => new()
    {
        Id = id,
        Code = code,
        Name = name,
        EnglishName = EnglishName,
        Materials = [.. (Materials ?? []).Select(own => new ServiceMaterial(own.Code, own.Name, own.EnglishName, own.Required, own.Alternative, own.Note))],
        Basis = [.. (LegalBasis ?? []).Select(basis => new LegalBasis(basis.Source, basis.Article))],
        StatutoryLimit = StatutoryLimit?.ToLimit(),
        PromisedLimit = PromisedLimit?.ToLimit(),
        Channels = (ServiceChannels)Channels,
        FeeYuan = FeeYuan,
        SlotsInARow = SlotsInARow,
        IsOffered = !Withdrawn,
    };
}

// A fee of nothing is not the same as no fee on file, so only what is null is left out.
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ServiceItemBody))]
#pragma warning disable MA0048 // The generated context belongs to the body above.
internal sealed partial class ServiceItemJson : JsonSerializerContext;
#pragma warning restore MA0048
