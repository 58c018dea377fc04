using System.Diagnostics;
using NewCitizen.Storage.Sqlite.TestHost;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Processes;

namespace NewCitizen.Storage.Sqlite.Tests.Processes;

/// <summary>Proves the scenarios with other processes: each fails when those processes make the mistake it is there for.</summary>
public sealed class BrokenWriterTests
{
    [Theory]
    [InlineData(Mistake.AcknowledgesEarly, "KilledWriterLosesNothing")]
    [InlineData(Mistake.WritesInParts, "KilledWriterLosesNothing")]
    [InlineData(Mistake.IgnoresLimits, "TwoProcessesShareOneCapacity")]
    [InlineData(Mistake.KeepsKeysToItself, "TwoProcessesSendOneRequest")]
    public async Task Scenario_OnBrokenProcesses_CatchesThem(Mistake mistake, string scenario)
    {
        var result = await ConformanceCatalogue.Find(scenario).RunAsync(new BrokenProcesses(mistake));
        Assert.Equal(ScenarioOutcome.Failed, result.Outcome);
        Assert.DoesNotContain("threw unexpectedly", result.Note, StringComparison.Ordinal);
        Assert.DoesNotContain("Not finished", result.Note, StringComparison.Ordinal);
        Assert.DoesNotContain("said about errors", result.Note, StringComparison.Ordinal);
    }

    private sealed class BrokenProcesses(Mistake mistake) : IStoreFixture, IWriterProcesses
    {
        private readonly SqliteFixture _inner = new();

        public IWriterProcesses Processes => this;

        public ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds) => _inner.CreateAsync(kinds);

        public ValueTask<StoreUnderTest> ReopenAsync(StoreUnderTest store, IReadOnlyList<RecordKind> kinds) => _inner.ReopenAsync(store, kinds);

        public ProcessStartInfo Command(StoreUnderTest store)
        {
            var command = _inner.Command(store);
            command.ArgumentList.Add(mistake.ToString());
            return command;
        }

        public ValueTask CloseAsync(StoreUnderTest store) => _inner.CloseAsync(store);
    }
}
