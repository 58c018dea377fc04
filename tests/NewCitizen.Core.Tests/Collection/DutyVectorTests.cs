using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewCitizen.Calendars;
using NewCitizen.Collection.Rules;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Core.Tests.Collection;

/// <summary>The vectors of <c>Rules/Vectors/duty.csv</c>, worked by hand from the articles.</summary>
public sealed class DutyVectorTests
{
    private static readonly RuleTopic<StayDutyFacts> s_topic = DutyTopic.Create(new WorkCalendarSource(), DutyPolicies.None);

    private static readonly string[] s_lines = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Rules", "Vectors", "duty.csv")).Skip(1)];

    public static TheoryData<string> Vectors => [.. s_lines];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Judge_Vector_SaysWhatTheArticleSays(string line)
    {
        var cells = line.Split(',');
        Assert.Equal(7, cells.Length);
        var on = LocalDatePattern.Iso.Parse(cells[2]).Value;
        DivisionCode? place = cells[3].Length == 0 ? null : DivisionCode.Parse(cells[3]);

        using var facts = JsonDocument.Parse(Json(cells[4]));
        var finding = s_topic.Judge(facts.RootElement, on, place).FirstOrDefault(found => string.Equals(found.Rule.Code, cells[1], StringComparison.Ordinal));

        Assert.Contains(s_topic.Rules, rule => string.Equals(rule.Code, cells[1], StringComparison.Ordinal));
        Assert.Equal(cells[5], Said(finding));
    }

    [Fact]
    public void Vectors_Rules_EachHasOne()
    {
        var tested = s_lines.Select(line => line.Split(',')[1]).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(s_topic.Rules.Select(rule => rule.Code).Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
        Assert.True(s_lines.Length >= 30);
    }

    [Fact]
    public void Create_Rules_AreAccepted() => Assert.Equal(18, new RuleBook([s_topic]).Rules.Count());

    [Fact]
    public void DutiesOf_CitySetATime_DueByItWithTheSourceAndNotByLaw()
    {
        var policies = new DutyPolicies(
        [
            new("duty.landlord-reports-occupants", DivisionCode.Parse("120000"), new(2026, 1, 1), null, new WorkingDays(5), "全市设置"),
            new("duty.landlord-reports-occupants", DivisionCode.Parse("120116"), new(2026, 1, 1), new LocalDate(2026, 12, 1), new WorkingDays(2), "区设置"),
        ]);
        var topic = DutyTopic.Create(new WorkCalendarSource(), policies);
        var facts = new StayDutyFacts { Dwelling = Dwelling.Rented, Division = "120116", ArrivedOn = new(2026, 11, 20) };

        var district = Duty(facts);
        var city = Duty(facts with { Division = "120101" });
        var later = Duty(facts with { ArrivedOn = new(2026, 12, 1) });
        var elsewhere = Duty(facts with { Division = "110105" });

        Assert.Equal((new LocalDate(2026, 11, 24), "区设置", false, RuleSubject.Landlord), (district.DueOn!.Value, district.Policy, district.IsSetByLaw, district.Who));
        Assert.Equal((new LocalDate(2026, 11, 27), "全市设置"), (city.DueOn!.Value, city.Policy));
        Assert.Equal("全市设置", later.Policy);
        Assert.Equal((Verdict.NotConfigured, null), (elsewhere.Finding.Verdict, elsewhere.DueOn));
        Assert.Equal("住房租赁条例第三十七条", elsewhere.Source.ToString());

        StayDuty Duty(StayDutyFacts stay) =>
            topic.DutiesOf(stay, new(2026, 11, 22), null).Single(duty => string.Equals(duty.Finding.Rule.Code, "duty.landlord-reports-occupants", StringComparison.Ordinal));
    }

    [Fact]
    public void Judge_FactsWithUnknownMember_AreRefused()
    {
        using var facts = JsonDocument.Parse("""{"persom":"citizen"}""");
        Assert.Throws<JsonException>(() => s_topic.Judge(facts.RootElement, new(2026, 11, 22), null));
    }

    private static string Said(Finding? finding)
    {
        if (finding is null)
        {
            return "none";
        }

        var verdict = JsonNamingPolicy.CamelCase.ConvertName(finding.Verdict.ToString());
        var due = finding.Facts.FirstOrDefault(fact => string.Equals(fact.Name, "due", StringComparison.Ordinal))?.Value;
        Assert.Equal(finding.Verdict == Verdict.Breached, finding.Cure is not null);
        return due is null ? verdict : $"{verdict}:{due}";
    }

    private static string Json(string facts)
    {
        var json = new JsonObject();
        foreach (var pair in facts.Split("; ", StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            var value = pair[(at + 1)..];
            json[pair[..at]] = value is "true" or "false" ? JsonValue.Create(value is "true")
                : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
                : JsonValue.Create(value);
        }

        return json.ToJsonString();
    }
}
