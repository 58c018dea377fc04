using System.Text.Json;
using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Tests.Broken;
using NewCitizen.Testing.Tests.InMemory;

namespace NewCitizen.Testing.Tests.Conformance;

public sealed class ConformanceReportTests
{
    [Fact]
    public async Task RunAsync_OnInMemory_ReportsEveryScenarioInJsonAndMarkdown()
    {
        var report = await ConformanceReport.RunAsync(new InMemoryFixture(), CancellationToken.None);
        ConformanceCoverage.Require(report, new InMemoryFixture());
        Assert.True(report.IsConforming);
        using var json = JsonDocument.Parse(report.ToJson());
        Assert.Equal("in-memory", json.RootElement.GetProperty("store").GetString());
        Assert.Equal(
            ConformanceCatalogue.All.Select(scenario => scenario.Name),
            json.RootElement.GetProperty("scenarios").EnumerateArray().Select(scenario => scenario.GetProperty("name").GetString()));
        var rows = ConformanceReport.ToMarkdown(report, report).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ConformanceCatalogue.All.Count + 2, rows.Length);
        Assert.All(rows, row => Assert.Equal(6, row.Count(c => c == '|')));
        var matrix = CapabilityMatrix.ToMarkdown(report, report with { Title = "second", Version = "1.2" });
        Assert.Contains("| Claim | in-memory | second |", matrix, StringComparison.Ordinal);
        Assert.Contains("| version | - | 1.2 |", matrix, StringComparison.Ordinal);
        Assert.Contains("| Processes | 0/3, 3 not claimed |", matrix, StringComparison.Ordinal);
        Assert.DoesNotContain("not run", matrix, StringComparison.Ordinal);
        using var both = JsonDocument.Parse(CapabilityMatrix.ToJson(report, report));
        Assert.Equal(2, both.RootElement.GetArrayLength());
        Assert.Equal(3, both.RootElement[0].GetProperty("groups").EnumerateArray().Single(group => group.GetProperty("name").GetString() == "Processes").GetProperty("notClaimed").GetInt32());
    }

    [Fact]
    public async Task RunAsync_KnownDeviation_IsReportedWithItsReason()
    {
        var fixture = new DeviatingFixture(() => new ReplaysNothing(), new StoreDeviation("RetryGetsTheEarlierAnswer", "no request keys yet"));
        var result = await ConformanceCatalogue.Find("RetryGetsTheEarlierAnswer").RequireAsync(fixture);
        Assert.Equal(ScenarioOutcome.Deviates, result.Outcome);
        Assert.Equal("no request keys yet", result.Note);
    }

    [Fact]
    public async Task RunAsync_DeviationThatIsNone_Fails()
    {
        var fixture = new DeviatingFixture(() => new ReplaysNothing(), new StoreDeviation("KindsAreApart", "not true"));
        await Assert.ThrowsAsync<ConformanceException>(() => ConformanceCatalogue.Find("KindsAreApart").RequireAsync(fixture));
    }

    [Fact]
    public void Require_MissingUnknownOrTwice_Throws()
    {
        var all = ConformanceCatalogue.All.Select(scenario => scenario.Name).ToList();
        ConformanceCoverage.Require(all, new InMemoryFixture());
        Assert.Contains(all[3], Assert.Throws<ConformanceException>(() => ConformanceCoverage.Require(all.Where((_, i) => i != 3), new InMemoryFixture())).Message, StringComparison.Ordinal);
        Assert.Throws<ConformanceException>(() => ConformanceCoverage.Require([.. all, "Unheard"], new InMemoryFixture()));
        Assert.Throws<ConformanceException>(() => ConformanceCoverage.Require([.. all, all[0]], new InMemoryFixture()));
        Assert.Throws<ConformanceException>(() => ConformanceCoverage.Require(all, new DeviatingFixture(() => new ReplaysNothing(), new StoreDeviation(all[0], " "))));
        Assert.Throws<ConformanceException>(() => ConformanceCoverage.Require(all, new DeviatingFixture(() => new ReplaysNothing(), new StoreDeviation("Unheard", "why"))));
    }

    private sealed class DeviatingFixture(Func<BrokenStore> make, StoreDeviation deviation) : IStoreFixture
    {
        public IReadOnlyList<StoreDeviation> Deviations => [deviation];

        public ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds) => ValueTask.FromResult(StoreUnderTest.From(make()));
    }
}
