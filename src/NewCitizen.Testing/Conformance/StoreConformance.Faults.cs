using NewCitizen.Errors;
using NewCitizen.Storage;
using NewCitizen.Testing.Faults;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    private const int MinSteps = 3;
    private const int MaxSteps = 400;

    /// <summary>Each call of an errand fails in each way, before and after it took effect: sent again with its request key, everything is there once.</summary>
    public virtual async Task Scenario_FaultAtEveryCallHasOneEffectAsync()
    {
        await using var store = await OpenAsync();
        var plan = FaultPlan.None();
        var errands = new List<(Errand Errand, string What)> { (new Errand(new FaultingStore(store, plan), 0), "without a fault") };
        await errands[0].Errand.RunAsync();
        var points = plan.Points;
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            for (var point = 1; point <= points; point++)
            {
                var fault = FaultPlan.At(point, kind);
                var what = $"{kind} at call {point}";
                var errand = new Errand(new FaultingStore(store, fault), errands.Count);
                await errand.RunAsync();
                Expect.Equal(1, fault.Strikes, $"Faults injected, {what}");
                errands.Add((errand, what));
            }
        }

        await store.SettleAsync();
        var changes = (await store.ReadChangesAsync(Kit.Teda)).ToLookup(change => change.Id);
        store.Acknowledged.NoteAudit();
        var trail = (await store.ReadAuditAsync(Kit.Teda)).ToLookup(stored => stored.Entry.SubjectId);
        foreach (var (errand, what) in errands)
        {
            await errand.RequireDoneOnceAsync(store, changes, trail, what);
        }

        Expect.Sequence([], (await store.Maintenance.CheckAsync(CancellationToken.None)).Problems, "Problems after the faults");
    }

    /// <summary>An unknown outcome is resolved by the same request key: the earlier answer if it was committed, a commit if not.</summary>
    public virtual async Task Scenario_UnknownIsResolvedByItsKeyAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Seats = 0 });
        foreach (var (kind, expected) in new[] { (FaultKind.UnknownBefore, CommitStatus.Committed), (FaultKind.UnknownAfter, CommitStatus.Replayed), (FaultKind.CancelledAfter, CommitStatus.Replayed) })
        {
            var faulting = new FaultingStore(store, FaultPlan.At(1, kind));
            try
            {
                Expect.Status(CommitStatus.Unknown, await faulting.CommitAsync(Batch("take a seat"), CancellationToken.None), $"Commit with {kind}");
            }
            catch (OperationCanceledException)
            {
                // As planned.
            }

            var version = (await store.GetAsync(Kit.Id(1)))!.Version;
            var resolved = await store.CommitAsync(Batch("take a seat"));
            Expect.Status(expected, resolved, $"The same request after {kind}");
            Expect.Sequence([expected == CommitStatus.Replayed ? version : version + 1, 1L], resolved.Versions, $"Versions answered after {kind}");
            Expect.That(resolved.Values[0] == (await store.GetAsync(Kit.Id(1)))!["seats"].AsInteger(), $"The number of the seat is the one given, after {kind}.");
            Expect.Status(CommitStatus.KeyReused, await store.CommitAsync(Batch("something else")), $"Another request with the key, after {kind}");
            Expect.Status(CommitStatus.Replayed, await store.CommitAsync(Batch("take a seat")), $"The same request once more, after {kind}");

            WriteBatch Batch(string content) => new WriteBatch(Kit.Teda, Kit.Request($"seat-{kind}", content))
                .Increment(KitKinds.Every, Kit.Id(1), "seats", 1)
                .Put(KitKinds.Other, Kit.Id(100 + (int)kind), ExpectedVersion.Missing, Sample.OfOther($"seat-{kind}"), default);
        }

        Expect.Equal(3L, (await store.GetAsync(Kit.Id(1)))!["seats"].AsInteger(), "Seats taken by three requests");
    }

    /// <summary>Many clients whose answers get lost send their requests again, several copies at once: each request counts once.</summary>
    public virtual async Task Scenario_LostAnswersCountOnceAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Seats = 0 });
        var plan = FaultPlan.Random(7, oneIn: 3, FaultKind.UnknownAfter, FaultKind.UnknownBefore, FaultKind.CancelledDuring, FaultKind.CancelledAfter);
        var numbers = await Kit.TogetherAsync(16, async client =>
        {
            var faulting = new FaultingStore(store, plan);
            var mine = new List<long>();
            for (var round = 0; round < 8; round++)
            {
                // Two clients share a request.
                var key = $"seat-{client / 2}-{round}";
                for (var tries = 0; ; tries++)
                {
                    Expect.That(tries < 100, "A request that is sent again and again comes to an answer.");
                    try
                    {
                        var result = await faulting.CommitAsync(new WriteBatch(Kit.Teda, Kit.Request(key, key)).Increment(KitKinds.Every, Kit.Id(1), "seats", 1), CancellationToken.None);
                        if (result.IsDurable)
                        {
                            mine.Add(result.Values[0]);
                            break;
                        }

                        Expect.Status(CommitStatus.Unknown, result, "Commit that was not refused");
                    }
                    catch (OperationCanceledException)
                    {
                        // Sent again.
                    }
                }
            }

            return mine;
        });
        Expect.Equal(64L, (await store.GetAsync(Kit.Id(1)))!["seats"].AsInteger(), "Seats taken by 64 requests of 16 clients");
        Expect.Sequence(Enumerable.Range(1, 64).Select(number => (long)number), numbers.SelectMany(mine => mine).Distinct().Order(), "Numbers given out");
        for (var client = 0; client < 16; client += 2)
        {
            Expect.Sequence(numbers[client], numbers[client + 1], "Numbers two clients got for the same requests");
        }
    }

    /// <summary>The store fails at each step inside a commit: all of the batch is there or nothing, the answer does not lie, and the same request sets it right.</summary>
    public virtual async Task Scenario_FailureAtEveryStepLeavesAllOrNothingAsync()
    {
        await using var store = await OpenAsync();
        var faults = RequireFaults();
        var struck = 0;
        for (var step = 0; ; step++)
        {
            Expect.That(step < MaxSteps, "A commit comes to its end.");
            var trial = new CommitTrial(store, step);
            await trial.PrepareAsync();
            Task reached;
            var answer = default(CommitStatus?);
            var thrown = default(Exception);
            var armed = await faults.FailAtAsync(store, step);
            await using (armed)
            {
                reached = armed.Reached;
                try
                {
                    answer = (await store.Records.CommitAsync(trial.Batch(), CancellationToken.None)).Status;
                }
                catch (Exception failure) when (failure is NewCitizenException or OperationCanceledException)
                {
                    thrown = failure;
                }
            }

            await trial.RequireAllOrNothingAsync(answer, thrown);
            if (!reached.IsCompleted)
            {
                Expect.That(answer == CommitStatus.Committed, "A commit that does not fail is committed.");
                break;
            }

            struck++;
        }

        Expect.That(struck >= MinSteps, $"The injector strikes before, in the middle and at the end of a commit; it struck {struck} times.");
        Expect.Sequence([], (await store.Maintenance.CheckAsync(CancellationToken.None)).Problems, "Problems after failures inside commits");
    }

    /// <summary>A commit is held at each step, cancelled there, and let go: it ends whole or undone, and says which.</summary>
    public virtual async Task Scenario_CancellationAtEveryStepIsWholeOrUndoneAsync()
    {
        await using var store = await OpenAsync();
        var faults = RequireFaults();
        for (var step = 0; ; step++)
        {
            Expect.That(step < MaxSteps, "A commit comes to its end.");
            var trial = new CommitTrial(store, step);
            await trial.PrepareAsync();
            using var source = new CancellationTokenSource();
            var answer = default(CommitStatus?);
            var thrown = default(Exception);
            var paused = await faults.PauseAtAsync(store, step) ?? throw new NotTestedException("needs IFaultInjector.PauseAtAsync: a commit that is held");
            await using (paused)
            {
                var commit = Task.Run(async () => await store.Records.CommitAsync(trial.Batch(), source.Token));
                await Task.WhenAny(commit, paused.Reached);
                await source.CancelAsync();
                await paused.DisposeAsync();
                try
                {
                    answer = (await commit).Status;
                }
                catch (OperationCanceledException cancelled)
                {
                    thrown = cancelled;
                }
            }

            await trial.RequireAllOrNothingAsync(answer, thrown);
            if (!paused.Reached.IsCompleted)
            {
                break;
            }
        }
    }

    /// <summary>The store fails at each step of a bulk load: the chunk is there or not, with its audit entry, and loading again completes it.</summary>
    public virtual async Task Scenario_FailureInALoadLeavesWholeChunksAsync()
    {
        await using var store = await OpenAsync();
        var faults = RequireFaults();
        for (var step = 0; ; step++)
        {
            Expect.That(step < MaxSteps, "A load comes to its end.");
            var first = 10 + (step * 10);
            var records = Given(first, 4).ToList();
            var armed = await faults.FailAtAsync(store, step);
            await using (armed)
            {
                await TryAsync(async () => await store.Bulk.LoadAsync(Kit.StreamAsync(records), BulkMode.InsertOnly, Account, CancellationToken.None));
            }

            var there = await CountAsync(records);
            Expect.That(there is 0 or 4, "A load that fails leaves a whole chunk or none of it.");
            await LoadAsync(store, records, BulkMode.InsertOnly);
            Expect.Equal(4, await CountAsync(records), "Records after loading again");
            Expect.Equal((step + 1) * 4, await AccountedAsync(store), "Records the audit entries account for");
            Expect.Equal(4, (await store.ReadChangesAsync()).Count(change => records.Exists(record => record.Key.Id == change.Id)), "Change entries of the records");
            if (!armed.Reached.IsCompleted)
            {
                Expect.That(step >= MinSteps, "The injector strikes before, in the middle and at the end of a load.");
                return;
            }
        }

        async Task<int> CountAsync(List<StoredRecord> records) =>
            (await store.Records.GetManyAsync([.. records.Select(record => record.Key)], CancellationToken.None)).Count(record => record is not null);
    }

    /// <summary>The store fails at each step of a purge: all of its records are gone or none, with its audit entry, and purging again ends it.</summary>
    public virtual async Task Scenario_FailureInAPurgeLeavesAllOrNothingAsync()
    {
        await using var store = await OpenAsync();
        var faults = RequireFaults();
        for (var step = 0; ; step++)
        {
            Expect.That(step < MaxSteps, "A purge comes to its end.");
            Guid[] ids = [.. Enumerable.Range(10 + (step * 10), 3).Select(Kit.Id)];
            foreach (var id in ids)
            {
                await store.PutAsync(id, new Sample { Number = 1, Tags = ["old"] });
            }

            var purge = new PurgeRequest(Kit.Teda, KitKinds.Every, "number", FieldValue.Integer(5), 10);
            var armed = await faults.FailAtAsync(store, step);
            await using (armed)
            {
                await TryAsync(async () => await store.Maintenance.PurgeAsync(purge, count => Kit.Audit(Kit.Text(count)), CancellationToken.None));
            }

            var left = (await store.FindAsync(FieldFilter.Equal("tags", FieldValue.Text("old")))).Length;
            Expect.That(left is 0 or 3, "A purge that fails leaves all its records or none.");
            var again = await store.Maintenance.PurgeAsync(purge, count => Kit.Audit(Kit.Text(count)), CancellationToken.None);
            Expect.Equal(left, again.Count, "Records purged by the second try");
            await store.SettleAsync();
            Expect.Equal((step + 1) * 3, await AccountedAsync(store), "Records the audit entries of the purges account for");
            Expect.Equal(3, (await store.ReadChangesAsync()).Count(change => change.Type == ChangeType.Deleted && ids.Contains(change.Id)), "Tombstones in the feed");
            if (!armed.Reached.IsCompleted)
            {
                Expect.That(step >= MinSteps, "The injector strikes before, in the middle and at the end of a purge.");
                return;
            }
        }
    }

    private static async Task TryAsync(Func<Task> call)
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (NewCitizenException)
        {
            // What is there afterwards is looked at.
        }
    }

    private IFaultInjector RequireFaults() => Fixture.Faults ?? throw new NotTestedException("needs IStoreFixture.Faults: a way to fail inside a write transaction");
}
