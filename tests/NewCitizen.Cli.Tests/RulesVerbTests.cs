using System.Text.Json;

namespace NewCitizen.Cli.Tests;

public sealed class RulesVerbTests
{
    private const string Facts = """{"topic":"permit","division":"120116","facts":{"stays":[{"since":"2026-01-15","registeredOn":"2026-01-15"}]}}""";

    [Fact]
    public async Task List_OnADay_OnlyWhatHoldsThere()
    {
        var all = await CliRun.RunAsync("rules", "list", "--topic", "permit");
        var before = await CliRun.RunAsync("rules", "list", "--topic", "permit", "--on", "2015-12-31");
        var national = await CliRun.RunAsync("rules", "list", "--topic", "permit", "--on", "2026-01-01", "--json");
        var tianjin = await CliRun.RunAsync("rules", "list", "--topic", "permit", "--on", "2026-01-01", "--division", "120116", "--json");

        Assert.Equal((0, 0, 0), (all.Exit, before.Exit, national.Exit));
        Assert.Contains("permit.half-year\thas lived here for half a year or more\t居住证暂行条例第二条", all.Out, StringComparison.Ordinal);
        Assert.Empty(before.Lines);
        Assert.True(tianjin.Lines.Count > national.Lines.Count);
        Assert.All(national.Lines, line => Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(line).RootElement.GetProperty("division").ValueKind));
    }

    [Fact]
    public async Task Explain_ARule_NamesArticleNumberAndDates()
    {
        var run = await CliRun.RunAsync("rules", "explain", "permit.endorsement", "--lang", "zh");

        Assert.Equal(0, run.Exit);
        Assert.Contains("出处: 居住证暂行条例第十条第一款（国务院令第663号）", run.Out, StringComparison.Ordinal);
        Assert.Contains("2016-01-01..", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NC2971", "rules", "explain", "permit.nothing")]
    [InlineData("NC2970", "rules", "list", "--topic", "nothing")]
    [InlineData("NC7029", "rules", "list", "--on", "tomorrow")]
    [InlineData("NC1231", "rules", "list", "--division", "12")]
    [InlineData("NC7021", "rules", "evaluate", "not-there.json", "--on", "2026-01-01")]
    public async Task Unusable_SaysWhy(string code, params string[] args)
    {
        var run = await CliRun.RunAsync(args);

        Assert.Equal(2, run.Exit);
        Assert.StartsWith(code, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_Facts_FindingsWithFactsAndCure()
    {
        var early = await CliRun.WithInputAsync(Facts, "rules", "evaluate", "-", "--on", "2026-07-14", "--json");
        var due = await CliRun.WithInputAsync(Facts, "rules", "evaluate", "-", "--on", "2026-07-15");

        Assert.Equal((1, 0), (early.Exit, due.Exit));
        var finding = early.Lines.Select(line => JsonDocument.Parse(line).RootElement).Single(line => line.GetProperty("rule").GetString() == "permit.half-year");
        Assert.Equal(("breached", "2026-07-15"), (finding.GetProperty("verdict").GetString(), finding.GetProperty("facts").GetProperty("fullOn").GetString()));
        Assert.Equal("half a year is full on 2026-07-15", finding.GetProperty("cure").GetProperty("en").GetString());
        Assert.Contains("permit.half-year: Met", due.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_BesideAnotherDay_BothStandThere()
    {
        var run = await CliRun.WithInputAsync($"[{Facts}]", "rules", "evaluate", "-", "--on", "2026-07-15", "--beside", "2026-07-14");

        Assert.Equal(0, run.Exit);
        Assert.Contains("2026-07-15 permit.half-year: Met", run.Out, StringComparison.Ordinal);
        Assert.Contains("2026-07-14 permit.half-year: Breached", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$", "nonsense")]
    [InlineData("$", """{"facts":{}}""")]
    [InlineData("$[1]", """[{"topic":"permit","facts":{}},{"topic":"permit"}]""")]
    [InlineData("$.division", """{"topic":"permit","division":"12","facts":{}}""")]
    [InlineData("$.facts.stays[0].since", """{"topic":"permit","facts":{"stays":[{"since":"2026-02-30"}]}}""")]
    [InlineData("$.facts", """{"topic":"permit","facts":{"hasJbo":true}}""")]
    public async Task Evaluate_AFileThatIsNotInTheForm_NamesThePlaceAndNoValue(string place, string file)
    {
        var run = await CliRun.WithInputAsync(file, "rules", "evaluate", "-", "--on", "2026-01-01");

        Assert.Equal(2, run.Exit);
        Assert.StartsWith("NC2972", run.Error, StringComparison.Ordinal);
        Assert.Contains($"({place}", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-02-30", run.Error, StringComparison.Ordinal);
    }
}
