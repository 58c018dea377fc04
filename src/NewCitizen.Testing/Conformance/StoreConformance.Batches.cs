using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>A batch whose last operation is refused leaves no trace: no record, index entry, change, event, audit entry or request key.</summary>
    public virtual async Task Scenario_RefusedBatchLeavesNoTraceAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Code = "kept", Seats = 1, Number = 1 });
        await store.PutAsync(Kit.Id(2), new Sample { Code = "second" });
        var changes = await store.ReadChangesAsync();

        await Refuse(CommitStatus.Conflict, batch => batch.Check(KitKinds.Every, Kit.Id(9), ExpectedVersion.Exists));
        await Refuse(CommitStatus.NotUnique, batch => batch.Put(KitKinds.Every, Kit.Id(4), ExpectedVersion.Missing, new Sample { Code = "second" }.Fields, Kit.Body));
        await Refuse(CommitStatus.LimitReached, batch => batch.Increment(KitKinds.Every, Kit.Id(1), "seats", 1, maximum: 2));
        await Refuse(CommitStatus.Conflict, batch => batch.Delete(KitKinds.Every, Kit.Id(9), ExpectedVersion.Exactly(1)));

        async Task Refuse(CommitStatus status, Action<WriteBatch> last)
        {
            var request = Kit.Request("request-1", status.ToString());
            var batch = Whole(request);
            last(batch);
            var result = await store.CommitAsync(batch);
            Expect.Status(status, result, "Batch with a refused last operation");
            await store.SettleAsync();
            Expect.Equal(batch.Operations.Count - 1, result.FailedOperation, "Failed operation");
            Expect.Record(await store.GetAsync(Kit.Id(1)), 1, new Sample { Code = "kept", Seats = 1, Number = 1 }.Fields, Kit.Body.Span, "Record a refused batch wrote to");
            Expect.Record(await store.GetAsync(Kit.Id(2)), 1, new Sample { Code = "second" }.Fields, Kit.Body.Span, "Record a refused batch deleted");
            Expect.That(await store.GetAsync(Kit.Id(3)) is null, "A record of a refused batch is not there.");
            Expect.Equal(0, (await store.FindAsync(FieldFilter.Equal("code", FieldValue.Text("new")))).Length, "Index entries of a refused batch");
            Expect.Sequence(changes.Select(change => change.Position), (await store.ReadChangesAsync()).Select(change => change.Position), "Change feed after a refused batch");
            Expect.Equal(0, (await store.ReadAuditAsync()).Count, "Audit entries of a refused batch");
            var check = await store.Maintenance.CheckAsync(CancellationToken.None);
            Expect.That(check.Problems.Count == 0, "The store checks clean after a refused batch.");
        }

        var free = await store.CommitAsync(Whole(Kit.Request("request-1", "something else")));
        Expect.Status(CommitStatus.Committed, free, "Request key of a refused batch, used for another request");

        static WriteBatch Whole(RequestKey request) => new WriteBatch(Kit.Teda, request)
            .Put(KitKinds.Every, Kit.Id(3), ExpectedVersion.Missing, new Sample { Code = "new", Tags = ["t"] }.Fields, Kit.Body)
            .Increment(KitKinds.Every, Kit.Id(1), "seats", 1)
            .Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Exactly(2), new Sample { Code = "moved", Number = 2, Seats = 2 }.Fields, Kit.Body)
            .Delete(KitKinds.Every, Kit.Id(2), ExpectedVersion.Exists)
            .Put(KitKinds.Every, Kit.Id(2), ExpectedVersion.Missing, new Sample { Code = "second" }.Fields, Kit.Body)
            .Emit(new DomainEvent("kit.happened", new RecordKey(Kit.Teda, KitKinds.Every, Kit.Id(1)), "{}"u8.ToArray()))
            .AddAudit(Kit.Audit("1"));
    }

    /// <summary>A later operation of a batch sees what an earlier one did, and each answers its own version.</summary>
    public virtual async Task Scenario_OperationsSeeEarlierOnesAsync()
    {
        await using var store = await OpenAsync();
        var result = await store.MustCommitAsync(new WriteBatch(Kit.Teda)
            .Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Missing, new Sample { Seats = 5 }.Fields, Kit.Body)
            .Check(KitKinds.Every, Kit.Id(1), ExpectedVersion.Exactly(1))
            .Increment(KitKinds.Every, Kit.Id(1), "seats", 2)
            .Delete(KitKinds.Every, Kit.Id(1), ExpectedVersion.Exactly(2))
            .Check(KitKinds.Every, Kit.Id(1), ExpectedVersion.Missing)
            .Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Missing, new Sample { Label = "last" }.Fields, Kit.Body));
        Expect.Sequence([1L, 1L, 2L, 3L, 0L, 4L], result.Versions, "Versions of the operations");
        Expect.Sequence([0L, 0L, 7L, 0L, 0L, 0L], result.Values, "Values of the operations");
        Expect.Record(await store.GetAsync(Kit.Id(1)), 4, new Sample { Label = "last" }.Fields, Kit.Body.Span, "Record after the batch");
        Expect.Sequence(
            [(ChangeType.Put, 1L), (ChangeType.Put, 2L), (ChangeType.Deleted, 3L), (ChangeType.Put, 4L)],
            (await store.ReadChangesAsync()).Select(change => (change.Type, change.Version)),
            "Change entries: one an operation that wrote");
    }

    /// <summary>An empty batch, and one of audit or events alone, commits.</summary>
    public virtual async Task Scenario_BatchWithoutOperationsCommitsAsync()
    {
        await using var store = await OpenAsync();
        var empty = await store.MustCommitAsync(new WriteBatch(Kit.Teda), "an empty batch");
        Expect.Equal(0, empty.Versions.Count, "Versions of an empty batch");
        await store.MustCommitAsync(new WriteBatch(Kit.Teda).AddAudit(Kit.Audit("read")), "a batch of audit alone");
        await store.MustCommitAsync(
            new WriteBatch(Kit.Teda).Emit(new DomainEvent("kit.alone", new RecordKey(Kit.Teda, KitKinds.Every, Kit.Id(1)), default)), "a batch of one event");
        Expect.Equal(1, (await store.ReadAuditAsync()).Count, "Audit entries");
        Expect.Equal(1, (await store.ReadChangesAsync()).Count, "Change entries");
    }

    /// <summary>Limits are at least 100 operations and 1 MiB a body; they are usable in full, and beyond them the call throws and writes nothing.</summary>
    public virtual async Task Scenario_LimitsHoldAsync()
    {
        await using var store = await OpenAsync();
        var limits = store.Records.Capabilities;
        Expect.That(limits.MaxBatchOperations >= 100, "A batch may hold at least 100 operations.");
        Expect.That(limits.MaxBodyBytes >= 1024 * 1024, "A body may hold at least 1 MiB.");
        var most = Math.Min(limits.MaxBatchOperations, 1000);
        await store.MustCommitAsync(Batch(0, most), "a batch of the largest size");
        Expect.Equal(most, (await store.QueryAsync()).Count, "Records of a batch of the largest size");
        if (limits.MaxBatchOperations <= 100_000)
        {
            var tooMany = Batch(most, limits.MaxBatchOperations + 1);
            await Expect.ThrowsAsync<ArgumentException>(() => store.CommitAsync(tooMany), "A batch that is too large");
            Expect.That(await store.GetAsync(Kit.Id(most)) is null, "A batch that is too large writes nothing.");
        }

        if (limits.MaxBodyBytes <= 64 * 1024 * 1024)
        {
            var tooLong = new WriteBatch(Kit.Teda).Put(KitKinds.Every, Kit.Id(-1), ExpectedVersion.Any, new Sample().Fields, new byte[limits.MaxBodyBytes + 1]);
            await Expect.ThrowsAsync<ArgumentException>(() => store.CommitAsync(tooLong), "A body that is too long");
            Expect.That(await store.GetAsync(Kit.Id(-1)) is null, "A body that is too long writes nothing.");
        }

        static WriteBatch Batch(int first, int count)
        {
            var batch = new WriteBatch(Kit.Teda);
            for (var i = 0; i < count; i++)
            {
                batch.Put(KitKinds.Every, Kit.Id(first + i), ExpectedVersion.Missing, new Sample().Fields, Kit.Body);
            }

            return batch;
        }
    }

    /// <summary>Readers never see half a batch, also while it commits.</summary>
    public virtual async Task Scenario_ReadersNeverSeeHalfABatchAsync()
    {
        await using var store = await OpenAsync();
        await Kit.BesideAsync(
            async () =>
            {
                for (var round = 0; round < 40; round++)
                {
                    var batch = new WriteBatch(Kit.Teda);
                    for (var i = 0; i < 10; i++)
                    {
                        batch.Put(KitKinds.Every, Kit.Id(i), ExpectedVersion.Any, new Sample { State = round % 2 == 0 ? "on" : "off" }.Fields, Kit.Body);
                    }

                    await store.MustCommitAsync(batch);
                }
            },
            async () =>
            {
                var found = await store.QueryAsync([FieldFilter.In("state", FieldValue.Text("on"), FieldValue.Text("off"))]);
                Expect.That(found.Count is 0 or 10, "A query sees all records of a batch or none.");
                Expect.That(found.Select(record => record["state"]).Distinct().Count() <= 1, "Records that every batch sets alike are alike in one answer.");
            });
    }

    /// <summary>What a caller does to its buffers after the commit does not change the record.</summary>
    public virtual async Task Scenario_CommittedBodyIsOwnAsync()
    {
        await using var store = await OpenAsync();
        var body = "{\"a\":1}"u8.ToArray();
        var fields = new Sample { Label = "before" }.Fields.ToArray();
        await store.MustCommitAsync(new WriteBatch(Kit.Teda).Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Any, fields, body));
        Array.Clear(body);
        fields[0] = FieldValue.Text("after");
        Expect.Record(await store.GetAsync(Kit.Id(1)), 1, new Sample { Label = "before" }.Fields, "{\"a\":1}"u8, "Record whose buffers the caller used again");
    }
}
