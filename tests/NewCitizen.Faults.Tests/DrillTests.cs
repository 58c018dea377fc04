using NewCitizen.Faults.Drills;
using NewCitizen.TestServers;
using Xunit.Abstractions;

namespace NewCitizen.Faults.Tests;

/// <summary>Short drills; the long ones are <c>benchmarks/faults.sh</c>.</summary>
public sealed class DrillTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newcitizen-drill-").FullName;

    [Fact]
    public Task Checker_SpoiltStore_SeesEachHarm() => SelfCheck.RunAsync(_folder);

    [Fact]
    public async Task ClientKills_Sqlite_NothingIsLost()
    {
        var outcome = await ClientKills.RunAsync("SQLite", $"sqlite:{Path.Combine(_folder, "hall.db")}", _folder, clients: 16, kills: 3, answersBetween: 500);
        Show(outcome);
        Assert.True(outcome.Verdict!.IsClean, outcome.Verdict.ToString());
    }

    [Fact]
    public async Task TornTail_Sqlite_NothingIsLost()
    {
        var outcome = await TornTail.RunAsync(_folder, times: 2, answersBetween: 500);
        Show(outcome);
        Assert.True(outcome.Verdict!.IsClean, outcome.Verdict.ToString());
    }

    [SkippableFact]
    public async Task LeaderKills_Patroni_NothingIsLost()
    {
        ServerMissing.SkipUnless(LeaderKills.IsPossible, "Patroni or etcd is not installed (Debian: apt install patroni etcd-server).");
        var outcome = await LeaderKills.RunAsync(_folder, kills: 1, answersBetween: 1000);
        Show(outcome);
        Assert.True(outcome.Verdict!.IsClean, outcome.Verdict.ToString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Show(Outcome outcome) => output.WriteLine($"{outcome.Fault}: {outcome.Times} times, longest outage {outcome.Verdict!.Outage.TotalSeconds:F1} s, {outcome.Verdict}");
}
