using NewCitizen.Testing.Conformance;

namespace NewCitizen.Core.Tests.Storage.Sharding;

public sealed class ShardedConformanceTests
{
    private static readonly ShardedFixture s_spread = new();
    private static readonly OneShardFixture s_oneShard = new();

    public static TheoryData<string> Scenarios => [.. ConformanceCatalogue.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public Task Promise_OfAgenciesOnDifferentShards_IsKeptOrDeclared(string scenario) => ConformanceCatalogue.Find(scenario).RequireAsync(s_spread);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public Task Promise_OfOneShardBehindTheRouter_IsKept(string scenario) => ConformanceCatalogue.Find(scenario).RequireAsync(s_oneShard);

    [Fact]
    public void Scenarios_AreTheWholeCatalogue()
    {
        ConformanceCoverage.Require(Scenarios.Select<object[], string>(row => (string)row[0]), s_spread);
        ConformanceCoverage.Require(Scenarios.Select<object[], string>(row => (string)row[0]), s_oneShard);
    }
}
