using System.Collections.Frozen;
using System.Text.Json;
using NewCitizen.Divisions;

namespace NewCitizen.Addresses.Normalisation;

/// <summary>Words addresses are made of: zones and their spellings from the data file, names of divisions from the division table.</summary>
internal sealed class AddressVocabulary
{
    private static readonly Lazy<AddressVocabulary> s_default = new(Load);
    private readonly FrozenDictionary<char, char> _plain;
    private readonly FrozenDictionary<string, AddressVocabularyData.Zone> _zones;

    private AddressVocabulary(AddressVocabularyData data)
    {
        _zones = data.Zones.SelectMany(zone => zone.Names.Select(name => (name, zone))).ToFrozenDictionary(pair => pair.name, pair => pair.zone, StringComparer.Ordinal);
        ZoneNames = [.. _zones.Keys.OrderByDescending(name => name.Length)];
        _plain = data.Traditional.Chunk(2).DistinctBy(pair => pair[0]).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
        Overlaps = data.Zones.ToFrozenDictionary(zone => zone.Key, zone => zone.Overlaps.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        Districts = Names(DivisionLevel.County, name => name.Length > 2);
        Cities = Names(DivisionLevel.Prefecture, name => name.EndsWith('市'));
        Provinces = Names(DivisionLevel.Province, _ => true);

        static FrozenSet<string> Names(DivisionLevel level, Func<string, bool> which) =>
            DivisionTable.Default.All.Where(division => division.Code.Level == level && which(division.Name)).Select(division => division.Name).ToFrozenSet(StringComparer.Ordinal);
    }

    public static AddressVocabulary Default => s_default.Value;

    public IReadOnlyList<string> ZoneNames { get; }

    public FrozenDictionary<string, FrozenSet<string>> Overlaps { get; }

    public FrozenSet<string> Districts { get; }

    public FrozenSet<string> Cities { get; }

    public FrozenSet<string> Provinces { get; }

    public char Plain(char c) => _plain.GetValueOrDefault(c, c);

    public AddressVocabularyData.Zone Zone(string name) => _zones[name];

    private static AddressVocabulary Load()
    {
        using var stream = typeof(AddressVocabulary).Assembly.GetManifestResourceStream("NewCitizen.Addresses.zones.json")!;
        return new(JsonSerializer.Deserialize(stream, AddressVocabularyJson.Default.AddressVocabularyData)!);
    }
}
