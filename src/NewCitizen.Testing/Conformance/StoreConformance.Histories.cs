using NewCitizen.Testing.Faults;
using NewCitizen.Testing.Histories;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>Concurrent clients read and overwrite registers, one or two in a commit: one order of all operations, true to real time, explains what each saw.</summary>
    public virtual async Task Scenario_RegistersBehaveAsOneCopyAsync()
    {
        await using var store = await OpenAsync();
        await RequireHistoryAsync(new HistoryRun(store.Records, lists: false), seed: 1);
    }

    /// <summary>Concurrent clients append to lists, one or two in a commit: no append is lost, doubled, seen before it was committed, or missed afterwards.</summary>
    public virtual async Task Scenario_ListsLoseNoAppendAsync()
    {
        await using var store = await OpenAsync();
        await RequireHistoryAsync(new HistoryRun(store.Records, lists: true), seed: 2);
    }

    /// <summary>The same while calls fail before and after they took effect and clients send their requests again: still no append is lost or doubled.</summary>
    public virtual async Task Scenario_HistoryHoldsWhileCallsFailAsync()
    {
        await using var store = await OpenAsync();
        var plan = FaultPlan.Random(3, oneIn: 5);
        await RequireHistoryAsync(new HistoryRun(new FaultingStore(store, plan), lists: true), seed: 3);
        Expect.That(plan.Strikes > 20, "The kit's own faults struck.");
    }

    private static async Task RequireHistoryAsync(HistoryRun run, ulong seed)
    {
        await run.RunAsync(clients: 8, rounds: 30, seed);
        await run.ReadAllAsync();
        var anomalies = run.History.Check();
        Expect.That(anomalies.Count == 0, string.Join(' ', anomalies.Take(3).Select(anomaly => $"{anomaly.Kind}: {anomaly.Description}")));
    }
}
