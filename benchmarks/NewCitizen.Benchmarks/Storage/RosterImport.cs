using System.Diagnostics;
using NewCitizen.Testing.Synthetic;

namespace NewCitizen.Benchmarks.Storage;

/// <summary>A roster into a fresh store, beside a plain prepared insert of the same rows.</summary>
internal static class RosterImport
{
    private const int Seed = 20261122;

    public static async Task<string> RunAsync(TemporaryFolder folder, int people, int rounds, int inFlight)
    {
        var population = new SyntheticPeople(Seed);
        var roster = folder.File("roster.csv");
        Roster.Write(roster, population.Take(people));
        var contest = new Contest();
        var file = 0;
        var floor = contest.Add("plain prepared insert", floor: null, () => MeasureAsync(people, () => Task.FromResult(PlainInsert.Run(roster, folder.File($"{file++}.db")))));
        contest.Add($"`ResidentManager.RegisterAsync`, {inFlight:N0} in flight", floor, () => MeasureAsync(people, async () =>
        {
            await using var office = await Office.OpenAsync(folder.File($"{file++}.db"));
            var started = Stopwatch.GetTimestamp();
            await office.RegisterAsync(population.Take(people), inFlight);
            return Stopwatch.GetElapsedTime(started);
        }));

        await contest.RunAsync(rounds);
        return contest.Table(perItem: false);
    }

    private static async Task<Sample> MeasureAsync(int people, Func<Task<TimeSpan>> run)
    {
        PeakMemory.Reset();
        var allocated = GC.GetTotalAllocatedBytes();
        var processor = Environment.CpuUsage.TotalTime;
        var time = await run();
        return new(
            time.TotalNanoseconds / people,
            (GC.GetTotalAllocatedBytes() - allocated) / (double)people,
            (Environment.CpuUsage.TotalTime - processor).TotalNanoseconds / people,
            PeakMemory.Megabytes());
    }
}
