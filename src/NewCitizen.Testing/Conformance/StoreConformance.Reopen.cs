using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>Everything acknowledged is there after the store was closed and opened: records, indexes, audit, feed.</summary>
    public virtual async Task Scenario_AcknowledgedSurvivesReopeningAsync()
    {
        var store = await OpenDurableAsync();
        var sample = new Sample
        {
            Label = "张\0三\U00020000", Code = "c", Note = "", Number = long.MinValue, Seats = null, Day = new LocalDate(1, 1, 1), Moment = Kit.Morning, Blob = [0, 255], Blind = [],
            State = "s", Tags = ["a", ""], Papers = [], Counts = [1, long.MaxValue], Days = [new LocalDate(9999, 12, 31)], Moments = [Kit.Morning], Prints = [[1]],
        };
        await store.MustCommitAsync(new WriteBatch(Kit.Teda)
            .Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Missing, sample.Fields, Kit.Body)
            .Emit(new DomainEvent("kit.kept", Key(1), "{}"u8.ToArray())).AddAudit(Kit.Audit("kept", subject: Kit.Id(1))));
        await Kit.TogetherAsync(8, async client => await store.PutAsync(Kit.Id(100 + client), new Sample { Number = client, Papers = [$"p{client}"] }, Kit.Hangu));
        var changes = await store.ReadChangesAsync();
        var audit = await store.ReadAuditAsync();
        for (var round = 0; round < 2; round++)
        {
            store = await ReopenAsync(store);
            Expect.Record(await store.GetAsync(Kit.Id(1)), 1, sample.Fields, Kit.Body.Span, "Record after reopening");
            Expect.Sequence(Enumerable.Range(100, 8).Select(Kit.Id), Ids(await store.QueryAsync(orderBy: "number", agency: Kit.Hangu)), "Ordered records after reopening");
            Expect.Sequence([Kit.Id(1)], await store.FindAsync(FieldFilter.Equal("tags", FieldValue.Text(""))), "Found by one of several values after reopening");
            Expect.Sequence(changes.Select(Flat), (await store.ReadChangesAsync()).Select(Flat), "Change feed after reopening");
            Expect.Sequence(audit.Select(stored => (stored.Position, stored.Entry)), (await store.ReadAuditAsync()).Select(stored => (stored.Position, stored.Entry)), "Audit trail after reopening");
            var taken = await store.CommitAsync(new WriteBatch(Kit.Teda).Put(KitKinds.Every, Kit.Id(2), ExpectedVersion.Any, new Sample { Code = "c" }.Fields, Kit.Body));
            Expect.Status(CommitStatus.NotUnique, taken, "Unique value after reopening");
            Expect.That((await store.Maintenance.CheckAsync(CancellationToken.None)).Problems.Count == 0, "The store checks clean after reopening.");
        }

        await store.DisposeAsync();

        static (FeedPosition, ChangeType, AgencyId, string, Guid, long, string?, string) Flat(ChangeEntry change) =>
            (change.Position, change.Type, change.Agency, change.Kind, change.Id, change.Version, change.EventType, Convert.ToHexString(change.Payload.Span));
    }

    /// <summary>Versions of tombstones, positions of feed and trail, and the trim mark go on after reopening.</summary>
    public virtual async Task Scenario_NumberingGoesOnAfterReopeningAsync()
    {
        var store = await OpenDurableAsync();
        await store.PutAsync(Kit.Id(1), new Sample());
        await store.DeleteAsync(Kit.Id(1));
        await store.MustCommitAsync(new WriteBatch(Kit.Teda).AddAudit(Kit.Audit("before")));
        var end = (await store.ReadChangesAsync())[^1].Position;
        var audited = (await store.ReadAuditAsync())[^1].Position;
        await store.Maintenance.TrimChangesAsync(end, CancellationToken.None);

        store = await ReopenAsync(store);
        await Expect.CodeAsync(StorageErrors.FeedTrimmed, () => store.ReadChangesAsync(), "Reader behind the trim mark after reopening");
        var back = await store.MustCommitAsync(new WriteBatch(Kit.Teda)
            .Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Missing, new Sample().Fields, Kit.Body).AddAudit(Kit.Audit("after")));
        Expect.Sequence([3L], back.Versions, "Version after a tombstone, after reopening");
        Expect.That(back.Position > end, "Positions of the feed go on after reopening, also when it was trimmed empty.");
        Expect.Sequence([(Kit.Id(1), 3L)], (await store.ReadChangesAsync(after: end)).Select(change => (change.Id, change.Version)), "New change after reopening");
        Expect.Sequence(["after"], (await store.ReadAuditAsync(after: audited)).Select(stored => stored.Entry.Details), "New audit entry after reopening");
        await store.DisposeAsync();
    }

    /// <summary>Request keys are as durable as what they wrote: a retry after reopening gets the earlier answer.</summary>
    public virtual async Task Scenario_RequestKeysSurviveReopeningAsync()
    {
        var store = await OpenDurableAsync();
        await store.PutAsync(Kit.Id(1), new Sample());
        var first = await store.MustCommitAsync(Batch("take"));
        store = await ReopenAsync(store);
        var again = await store.CommitAsync(Batch("take"));
        Expect.Status(CommitStatus.Replayed, again, "Retry after reopening");
        Expect.Sequence(first.Versions, again.Versions, "Versions of a retry after reopening");
        Expect.Sequence(first.Values, again.Values, "Values of a retry after reopening");
        Expect.Equal(first.Position, again.Position, "Position of a retry after reopening");
        Expect.Status(CommitStatus.KeyReused, await store.CommitAsync(Batch("other")), "Reused key after reopening");
        Expect.Equal(1L, (await store.GetAsync(Kit.Id(1)))!["seats"].AsInteger(), "Seats after a retry after reopening");
        await store.DisposeAsync();

        static WriteBatch Batch(string content) => new WriteBatch(Kit.Teda, Kit.Request("r", content)).Increment(KitKinds.Every, Kit.Id(1), "seats", 1);
    }

    /// <summary>What was loaded in bulk and what was purged stays so after reopening.</summary>
    public virtual async Task Scenario_MaintenanceSurvivesReopeningAsync()
    {
        var store = await OpenDurableAsync();
        await LoadAsync(store, Given(1, 60), BulkMode.InsertOnly);
        await store.Maintenance.PurgeAsync(
            new PurgeRequest(Kit.Teda, KitKinds.Every, "number", FieldValue.Integer(31), 1000), count => Kit.Audit(Kit.Text(count)), CancellationToken.None);
        store = await ReopenAsync(store);
        Expect.Equal(20, (await store.QueryAsync(agency: Kit.Hangu)).Count, "Records of the agency that was not purged, after reopening");
        Expect.Equal(20, (await store.QueryAsync()).Count, "Records of the purged agency after reopening");
        var old = await LoadAsync(store, Given(1, 60), BulkMode.Upsert);
        Expect.Equal(0L, old.Loaded, "Records an old copy brings back after reopening");
        Expect.Equal(80, await AccountedAsync(store), "Records the audit entries account for after reopening");
        await store.DisposeAsync();
    }
}
