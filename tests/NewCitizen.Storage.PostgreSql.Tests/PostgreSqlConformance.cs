using NewCitizen.Testing.Conformance;
using NewCitizen.TestServers.PostgreSql;

namespace NewCitizen.Storage.PostgreSql.Tests;

/// <summary>The whole conformance kit on one version of PostgreSQL, in one layout of tables.</summary>
public abstract class PostgreSqlConformance(int major, Action<PostgreSqlStoreOptions>? configure = null)
{
    private readonly PostgreSqlFixture _fixture = new(major, configure);

    public static TheoryData<string> Scenarios => [.. ConformanceCatalogue.All.Select(scenario => scenario.Name)];

    [SkippableTheory]
    [MemberData(nameof(Scenarios))]
    public async Task Promise_OnPostgreSql_IsKept(string scenario)
    {
        // Here, not inside the kit, which would take a missing server for a broken promise.
        PostgreSqlInstall.Require(major);
        await ConformanceCatalogue.Find(scenario).RequireAsync(_fixture);
    }

    [Fact]
    public void Scenarios_AreTheWholeCatalogue() =>
        ConformanceCoverage.Require(((IEnumerable<object[]>)Scenarios).Select(row => (string)row[0]), _fixture);
}
