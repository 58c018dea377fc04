using NewCitizen.Testing.Conformance;

namespace CustomStore.Tests;

public sealed class LogStoreConformanceTests(LogStoreFixture fixture) : IClassFixture<LogStoreFixture>
{
    public static TheoryData<string> Scenarios => [.. ConformanceCatalogue.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Scenario_OnLogStore_IsKept(string name) =>
        Assert.Contains((await ConformanceCatalogue.Find(name).RequireAsync(fixture)).Outcome, new[] { ScenarioOutcome.Passed, ScenarioOutcome.NotClaimed });

    [Fact]
    public void Scenarios_OfThisClass_CoverTheCatalogue() =>
        ConformanceCoverage.Require(Scenarios.Select<object[], string>(row => (string)row[0]), fixture);
}
