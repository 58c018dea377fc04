namespace NewCitizen.Cli.Tests;

public sealed class SlotsVerbTests
{
    [Fact]
    public async Task Simulate_SameSeed_SaysTheSameAndAnotherSeedDoesNot()
    {
        var first = await CliRun.RunAsync("slots", "simulate", "--people", "150", "--seed", "7", "--lang", "en");
        var again = await CliRun.RunAsync("slots", "simulate", "--people", "150", "--seed", "7", "--lang", "en");
        var other = await CliRun.RunAsync("slots", "simulate", "--people", "150", "--seed", "8", "--lang", "en");
        Assert.Equal((0, string.Empty), (first.Exit, first.Error));
        Assert.Equal(first.Out, again.Out);
        Assert.NotEqual(first.Out, other.Out);
        Assert.Contains("queue length x mean gap", first.Out, StringComparison.Ordinal);
        Assert.Contains("队首已等时间", (await CliRun.RunAsync("slots", "simulate", "--people", "150", "--lang", "zh")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulate_AsJson_CountsEverybody()
    {
        var run = await CliRun.RunAsync("slots", "simulate", "--people", "200", "--seed", "3", "--windows", "9", "--day", "morning-rush", "--json");
        var (report, groups) = (run.Last, 0);
        foreach (var group in new[] { "walkIns", "booked", "priority" }) groups += report.GetProperty(group).GetProperty("people").GetInt32();
        Assert.Equal(200, report.GetProperty("people").GetInt32() + report.GetProperty("missed").GetInt32());
        Assert.Equal(report.GetProperty("people").GetInt32() - report.GetProperty("turnedAway").GetInt32(), groups);
        Assert.Equal(report.GetProperty("people").GetInt32() - report.GetProperty("turnedAway").GetInt32(), report.GetProperty("hours").EnumerateArray().Sum(hour => hour.GetProperty("came").GetInt32()));
        Assert.InRange(report.GetProperty("windows").GetInt32(), 8, 11);
        Assert.Equal("morning-rush", report.GetProperty("day").GetString());
    }

    [Theory]
    [InlineData("--people", "0")]
    [InlineData("--people", "10001")]
    [InlineData("--windows", "0")]
    [InlineData("--day", "sunny")]
    public async Task Simulate_OutOfRange_NamesTheOption(string option, string value)
    {
        var run = await CliRun.RunAsync(option == "--people" ? ["slots", "simulate", option, value] : ["slots", "simulate", "--people", "10", option, value]);
        Assert.Equal(2, run.Exit);
        Assert.StartsWith($"NC7020: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
    }
}
