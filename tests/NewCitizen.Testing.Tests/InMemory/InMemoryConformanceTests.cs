using NewCitizen.Testing.Conformance;

namespace NewCitizen.Testing.Tests.InMemory;

public sealed class InMemoryConformanceTests
{
    private static readonly InMemoryFixture s_fixture = new();

    public static TheoryData<string> Scenarios => [.. ConformanceCatalogue.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public Task Scenario_OnInMemory_IsKept(string name) => ConformanceCatalogue.Find(name).RequireAsync(s_fixture);

    [Fact]
    public void Scenarios_OfThisClass_CoverTheCatalogue() =>
        ConformanceCoverage.Require(Scenarios.Select<object[], string>(row => (string)row[0]), s_fixture);
}
