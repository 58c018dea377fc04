using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewCitizen.Divisions;
using NewCitizen.Housing.Policies;
using NewCitizen.Housing.Rules;
using NewCitizen.Rules;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Core.Tests.Housing.Rules;

/// <summary>Cases worked by hand from the articles; a lawyer can read the files.</summary>
public sealed class HousingVectorTests
{
    private static readonly OccupancyPolicies s_policies = OccupancyPolicyReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "Housing", "occupancy-policies.json"));
    private static readonly HousingTopics s_topics = new(s_policies);

    public static TheoryData<string> Ids(string file) => [.. Rows(file).Select(row => row[0])];

    [Theory]
    [MemberData(nameof(Ids), "room")]
    public void Room_HandWorked_JudgedAsWritten(string id) => Check("room", id, s_topics.Room);

    [Theory]
    [MemberData(nameof(Ids), "property")]
    public void Property_HandWorked_JudgedAsWritten(string id) => Check("property", id, s_topics.Property);

    [Theory]
    [MemberData(nameof(Ids), "lease")]
    public void Lease_HandWorked_JudgedAsWritten(string id) => Check("lease", id, s_topics.Lease);

    [Theory]
    [MemberData(nameof(Ids), "capacity")]
    public void Capacity_HandWorked_CountedAsWritten(string id)
    {
        var row = Row("capacity", id);
        var capacity = RoomCapacity.Of(
            s_policies,
            DivisionCode.Parse(row[2]),
            Day(row[1]),
            row[3].Length == 0 ? null : decimal.Parse(row[3], CultureInfo.InvariantCulture),
            row[4].Length == 0 ? 0 : int.Parse(row[4], CultureInfo.InvariantCulture),
            row[5].Length == 0 ? null : int.Parse(row[5], CultureInfo.InvariantCulture),
            row[6] == "true");

        Assert.Equal(row[7], capacity.People?.ToString(CultureInfo.InvariantCulture) ?? string.Empty);
        Assert.Equal(row[8], JsonNamingPolicy.CamelCase.ConvertName(capacity.DecidedBy.ToString()));
    }

    [Theory]
    [MemberData(nameof(Ids), "penalty")]
    public void Penalty_HandWorked_FoundAsWritten(string id)
    {
        var row = Row("penalty", id);
        var basis = HousingPenalties.Find(row[1], Day(row[2]), row[3] == "unit");
        var said = basis is null ? "none" : $"{(basis.LeastYuan is null ? "other" : $"{basis.LeastYuan}-{basis.MostYuan}")} {basis.Source}{(basis.AfterRefusal ? " refusal" : "")}";
        Assert.Equal(row[4].Trim(), said);
    }

    [Fact]
    public void Vectors_EveryRuleOfHomes_HasOne()
    {
        var asked = new[] { "room", "property", "lease" }.SelectMany(Rows).Select(row => row[1]).ToHashSet();
        RuleTopic[] topics = [s_topics.Room, s_topics.Property, s_topics.Lease];
        Assert.Subset(asked, topics.SelectMany(topic => topic.Rules).Select(rule => rule.Code).ToHashSet());
        _ = new RuleBook(topics);
    }

    private static void Check(string file, string id, RuleTopic topic)
    {
        var row = Row(file, id);
        var place = DivisionCode.Parse(row[3]);
        var facts = new JsonObject { ["division"] = row[3] };
        foreach (var pair in row[4].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, text) = (pair[..pair.IndexOf('=')], pair[(pair.IndexOf('=') + 1)..]);
            facts[name] = bool.TryParse(text, out var flag) ? flag : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : text;
        }

        var finding = topic.Judge(JsonSerializer.SerializeToElement(facts), Day(row[2]), place).SingleOrDefault(finding => finding.Rule.Code == row[1]);
        var parts = row[5].Split(':', 2, StringSplitOptions.TrimEntries);
        Assert.Equal(parts[0], finding?.Verdict.ToString() ?? "NotInForce");
        Assert.Equal(parts[0] == nameof(Verdict.Breached), finding?.Cure is not null);
        if (parts.Length > 1)
        {
            var (name, value) = (parts[1][..parts[1].IndexOf('=')], parts[1][(parts[1].IndexOf('=') + 1)..]);
            Assert.Contains(new StatedFact(name, value), finding!.Facts);
        }
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    private static string[] Row(string file, string id) => Rows(file).Single(row => row[0] == id);

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Rules", "Vectors", $"{file}.csv")).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','));
}
