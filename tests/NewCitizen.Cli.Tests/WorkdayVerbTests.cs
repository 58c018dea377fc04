namespace NewCitizen.Cli.Tests;

public sealed class WorkdayVerbTests
{
    [Theory]
    [InlineData("2026-09-30", "3", "2026-10-10")]
    [InlineData("2026-09-30", "0", "2026-09-30")]
    public async Task Workday_Announced_AnswersTheDay(string from, string add, string expected)
    {
        var run = await CliRun.RunAsync("workday", "--from", from, "--add", add);
        Assert.Equal((0, expected), (run.Exit, run.Out.Trim()));
        var json = (await CliRun.RunAsync("workday", "--from", from, "--add", add, "--json")).Last;
        Assert.Equal((from, int.Parse(add, System.Globalization.CultureInfo.InvariantCulture), expected), (json.GetProperty("from").GetString(), json.GetProperty("add").GetInt32(), json.GetProperty("date").GetString()));
    }

    [Fact]
    public async Task Workday_Negative_CountsBack() => Assert.Equal("2026-11-20", (await CliRun.RunAsync("workday", "--from", "2026-11-23", "--add", "-1")).Out.Trim());

    [Fact]
    public async Task Workday_NotAnnounced_ExitsOneAndNeverGuesses()
    {
        var run = await CliRun.RunAsync("workday", "--from", "2026-12-30", "--add", "5", "--json");
        Assert.Equal(1, run.Exit);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, run.Last.GetProperty("date").ValueKind);
        Assert.Equal(2027, run.Last.GetProperty("notAnnounced").GetInt32());
        Assert.StartsWith("NC7030", run.Error, StringComparison.Ordinal);
    }
}
