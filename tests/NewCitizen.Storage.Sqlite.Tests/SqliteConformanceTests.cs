using NewCitizen.Testing.Conformance;

namespace NewCitizen.Storage.Sqlite.Tests;

public sealed class SqliteConformanceTests
{
    private static readonly SqliteFixture s_fixture = new();

    public static TheoryData<string> Scenarios => [.. ConformanceCatalogue.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public Task Promise_OnSqlite_IsKept(string scenario) =>
        ConformanceCatalogue.All.Single(known => known.Name == scenario).RequireAsync(s_fixture);

    [Fact]
    public void Scenarios_AreTheWholeCatalogue() =>
        ConformanceCoverage.Require(((IEnumerable<object[]>)Scenarios).Select(row => (string)row[0]), s_fixture);
}
