using NewCitizen.Testing.Conformance;

namespace NewCitizen.Storage.Sqlite.Tests.Processes;

/// <summary>More kills than the kit asks of every store.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task Commit_ProcessKilledAtRandomMoments_KeepsAllThatWasAcknowledged()
    {
        var result = await ConformanceCatalogue.Find("KilledWriterLosesNothing").RunAsync(new ManyKills());
        Assert.Equal((ScenarioOutcome.Passed, null), (result.Outcome, result.Note));
    }

    private sealed class ManyKills() : StoreConformance(new SqliteFixture())
    {
        protected override int WriterKills => 20;
    }
}
