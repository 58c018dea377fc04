using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>A call with a cancelled token throws OperationCanceledException and writes nothing.</summary>
    public virtual async Task Scenario_CancelledBeforeWritesNothingAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Number = 1 });
        var cancelled = new CancellationToken(canceled: true);
        var key = new RecordKey(Kit.Teda, KitKinds.Every, Kit.Id(1));
        var purge = new PurgeRequest(Kit.Teda, KitKinds.Every, "number", FieldValue.Integer(5), 10);
        (string Call, Func<Task> Run)[] calls =
        [
            ("commit", async () => await store.Records.CommitAsync(new WriteBatch(Kit.Teda).Delete(KitKinds.Every, Kit.Id(1), ExpectedVersion.Any), cancelled)),
            ("get", async () => await store.Records.GetAsync(key, cancelled)),
            ("get many", async () => await store.Records.GetManyAsync([key], cancelled)),
            ("query", async () => await store.Records.QueryAsync(new RecordQuery(Kit.Teda, KitKinds.Every), cancelled)),
            ("read changes", async () => await store.Changes.ReadChangesAsync(null, default, 1, cancelled)),
            ("read audit", async () => await store.Audit.ReadAuditAsync(null, default, 1, cancelled)),
            ("purge", async () => await store.Maintenance.PurgeAsync(purge, _ => Kit.Audit("purge"), cancelled)),
            ("trim", async () => await store.Maintenance.TrimChangesAsync(new FeedPosition(long.MaxValue, 0), cancelled)),
            ("load", async () => await store.Bulk.LoadAsync(Kit.StreamAsync(Given(2, 1)), BulkMode.InsertOnly, _ => Kit.Audit("load"), cancelled)),
        ];
        foreach (var (call, run) in calls)
        {
            await Expect.ThrowsAsync<OperationCanceledException>(run, $"Cancelled {call}");
        }

        await store.SettleAsync();
        Expect.Record(await store.GetAsync(Kit.Id(1)), 1, new Sample { Number = 1 }.Fields, Kit.Body.Span, "Record after cancelled calls");
        Expect.Equal(1, (await store.QueryAsync()).Count, "Records after cancelled calls");
        Expect.Equal(1, (await store.ReadChangesAsync()).Count, "Change entries after cancelled calls");
        Expect.Equal(0, (await store.ReadAuditAsync()).Count, "Audit entries after cancelled calls");
    }

    /// <summary>A commit that is cancelled while it runs is whole or undone, in every part, and the store goes on.</summary>
    public virtual async Task Scenario_CancelledCommitIsWholeOrUndoneAsync()
    {
        await using var store = await OpenAsync();
        const int Rounds = 60;
        var answers = await Kit.TogetherAsync(Rounds, async round =>
        {
            using var source = new CancellationTokenSource();
            var batch = new WriteBatch(Kit.Teda, Kit.Request($"r{round}", "x")).AddAudit(Kit.Audit(Kit.Text(round)));
            for (var part = 0; part < 5; part++)
            {
                batch.Put(KitKinds.Other, Kit.Id((round * 10) + part), ExpectedVersion.Missing, Sample.OfOther($"{round}-{part}"), default);
            }

            var commit = Task.Run(async () => await store.Records.CommitAsync(batch, source.Token));
            for (var spin = 0; spin < round; spin++)
            {
                await Task.Yield();
            }

            await source.CancelAsync();
            try
            {
                return (await commit).Status;
            }
            catch (OperationCanceledException)
            {
                return (CommitStatus?)null;
            }
        });
        await store.SettleAsync();
        var audited = (await store.ReadAuditAsync()).Select(stored => stored.Entry.Details).ToHashSet(StringComparer.Ordinal);
        var changed = (await store.ReadChangesAsync()).Select(change => change.Id).ToHashSet();
        for (var round = 0; round < Rounds; round++)
        {
            RecordKey[] keys = [.. Enumerable.Range(0, 5).Select(part => new RecordKey(Kit.Teda, KitKinds.Other, Kit.Id((round * 10) + part)))];
            var there = (await store.Records.GetManyAsync(keys, CancellationToken.None)).Count(record => record is not null);
            var whole = there == 5;
            Expect.That(there is 0 or 5, "A cancelled commit leaves all its records or none.");
            Expect.That(answers[round] != CommitStatus.Committed || whole, "A commit that was acknowledged although it was cancelled is there.");
            Expect.Equal(whole, audited.Contains(Kit.Text(round)), "Audit entry beside the records of a cancelled commit");
            Expect.Equal(whole ? 5 : 0, keys.Count(key => changed.Contains(key.Id)), "Change entries beside the records of a cancelled commit");
            var retry = new WriteBatch(Kit.Teda, Kit.Request($"r{round}", "x"))
                .Put(KitKinds.Other, Kit.Id((round * 10) + 9), ExpectedVersion.Any, Sample.OfOther($"{round}-retry"), default);
            Expect.Status(whole ? CommitStatus.Replayed : CommitStatus.Committed, await store.CommitAsync(retry), "Retry of a cancelled commit");
        }
    }
}
