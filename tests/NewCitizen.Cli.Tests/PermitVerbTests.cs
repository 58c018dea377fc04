namespace NewCitizen.Cli.Tests;

public sealed class PermitVerbTests
{
    // Issued in the last minute of 28 February UTC: in Shanghai it is the 29th.
    private const string Life = """
        {
          "division": "120116",
          "facts": { "hukouElsewhere": true, "hasHome": true, "stays": [{ "since": "2023-06-01", "registeredOn": "2023-06-02" }] },
          "events": [
            { "on": "2024-02-10", "act": "apply" },
            { "on": "2024-02-12", "act": "accept" },
            { "at": "2024-02-28T23:59:00Z", "act": "issue" },
            { "on": "2025-01-27", "act": "endorse" },
            { "on": "2025-03-05", "act": "endorse" }
          ]
        }
        """;

    [Fact]
    public async Task Trace_ALife_EligibilityStateYearsAndWindowEachWithItsRule()
    {
        var run = await CliRun.WithInputAsync(Life, "permit", "trace", "-", "--on", "2026-02-10", "--json");

        Assert.Equal(1, run.Exit);
        var told = run.Last;
        Assert.True(told.GetProperty("eligible").GetBoolean());
        Assert.Equal(
            ["2024-02-10 apply applied  permit.papers", "2024-02-12 accept accepted  permit.issue-limit", "2024-02-29 issue active  permit.issue-limit",
                "2025-01-27 endorse active NC2873 permit.endorsement", "2025-03-01 lapse suspended  permit.suspension", "2025-03-05 endorse active  permit.year-count"],
            told.GetProperty("events").EnumerateArray().Select(line => string.Join(' ', line.EnumerateObject().Select(member => member.Value.GetString()))));
        Assert.Equal(("active", "permit.suspension"), (Value("state"), told.GetProperty("state").GetProperty("rule").GetString()));
        Assert.Equal(("2025-03-05", "0", "2026-02-05", "2026-03-05"), (Value("continuousSince"), Value("fullYears"), Value("windowOpens"), Value("windowLastDay")));

        string? Value(string name) => told.GetProperty(name).GetProperty("value").GetString();
    }

    [Fact]
    public async Task Trace_AsText_SpeaksBothLanguages()
    {
        var chinese = await CliRun.WithInputAsync(Life, "permit", "trace", "-", "--on", "2025-02-28", "--lang", "zh");
        var english = await CliRun.WithInputAsync(Life, "permit", "trace", "-", "--on", "2025-02-28", "--lang", "en");

        Assert.Contains("尚未到签注期", chinese.Out, StringComparison.Ordinal);
        Assert.Contains("it can be endorsed from 2025-01-28 on", english.Out, StringComparison.Ordinal);
        Assert.Contains("state: active [permit.suspension]", english.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$", "nonsense")]
    [InlineData("$.division", """{"division":"12"}""")]
    [InlineData("$.events[0]", """{"events":[{"act":"apply"}]}""")]
    [InlineData("$.events[0]", """{"events":[{"on":"2026-01-01","act":"fly"}]}""")]
    [InlineData("$.events[0]", """{"events":[{"on":"2026-01-01","act":"lapse"}]}""")]
    [InlineData("$.events[0].on", """{"events":[{"on":"2026-13-01","act":"apply"}]}""")]
    public async Task Trace_AFileThatIsNotInTheForm_NamesThePlace(string place, string file)
    {
        var run = await CliRun.WithInputAsync(file, "permit", "trace", "-", "--on", "2026-01-01");

        Assert.Equal(2, run.Exit);
        Assert.StartsWith("NC2973", run.Error, StringComparison.Ordinal);
        Assert.Contains($"({place})", run.Error, StringComparison.Ordinal);
    }
}
