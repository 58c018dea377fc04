using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>A bulk load writes every record with its version, a change entry each, and audit entries that account for all of them.</summary>
    public virtual async Task Scenario_BulkLoadKeepsVersionsAsync()
    {
        await using var store = await OpenAsync();
        var records = Given(1, 1500).ToList();
        var result = await LoadAsync(store, records, BulkMode.InsertOnly);
        Expect.Equal(1500L, result.Loaded, "Records loaded");
        Expect.Equal(0, result.Refused.Count, "Records refused");
        foreach (var record in records.Where((_, i) => i % 100 == 0))
        {
            Expect.Record(await store.GetAsync(record.Key.Id, record.Key.Agency), record.Version, record.Fields, record.Body.Span, "Loaded record");
        }

        var feed = await store.ReadChangesAsync();
        Expect.Sequence(
            records.Select(record => (record.Key.Agency, record.Key.Id, record.Version)).Order(),
            feed.Where(change => change.Type == ChangeType.Put).Select(change => (change.Agency, change.Id, change.Version)).Order(),
            "Change entries of a load");
        Expect.Equal(1500, (await store.ReadAuditAsync()).Sum(stored => int.Parse(stored.Entry.Details!, System.Globalization.CultureInfo.InvariantCulture)), "Records the audit entries account for");
        Expect.Equal(8L, await store.PutAsync(records[0].Key.Id, new Sample(), records[0].Key.Agency), "Version of a write after the load");
    }

    /// <summary>InsertOnly refuses what is there and what is taken, names key, reason and field, and loads the rest.</summary>
    public virtual async Task Scenario_BulkInsertRefusesAndGoesOnAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Label = "old", Code = "taken" });
        StoredRecord[] records =
        [
            new(Key(1), 9, new Sample { Label = "new" }.Fields, Kit.Body),
            new(Key(2), 3, new Sample { Code = "taken" }.Fields, Kit.Body),
            new(Key(3), 3, new Sample { Code = "free", Papers = ["p"] }.Fields, Kit.Body),
            new(Key(4), 3, new Sample { Papers = ["q", "p"] }.Fields, Kit.Body),
            new(Key(3), 4, new Sample { Code = "twice" }.Fields, Kit.Body),
            new(Key(5), 1, new Sample().Fields, Kit.Body),
        ];
        var result = await LoadAsync(store, records, BulkMode.InsertOnly);
        Expect.Equal(2L, result.Loaded, "Records loaded");
        Expect.Sequence(
            [(Kit.Id(1), CommitStatus.Conflict, null), (Kit.Id(2), CommitStatus.NotUnique, "code"), (Kit.Id(4), CommitStatus.NotUnique, "papers"), (Kit.Id(3), CommitStatus.Conflict, null)],
            result.Refused.Select(refusal => (refusal.Key.Id, refusal.Reason, refusal.Field)),
            "Records refused");
        Expect.Equal("old", (await store.GetAsync(Kit.Id(1)))!["label"].AsText(), "Record that was there");
        Expect.Sequence([Kit.Id(1), Kit.Id(3), Kit.Id(5)], Ids(await store.QueryAsync()), "Records in the end");
        Expect.Equal(3, (await store.ReadChangesAsync()).Count, "Change entries: none for what was refused");
        Expect.That((await store.Maintenance.CheckAsync(CancellationToken.None)).Problems.Count == 0, "The store checks clean after a load with refusals.");
    }

    /// <summary>Upsert replaces a record if the new version is higher, and refuses the rest as conflicts.</summary>
    public virtual async Task Scenario_BulkUpsertTakesHigherVersionsAsync()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < 3; i++)
        {
            await store.PutAsync(Kit.Id(i), new Sample { Code = $"c{i}" });
            await store.PutAsync(Kit.Id(i), new Sample { Code = $"c{i}", State = "old" });
        }

        var result = await LoadAsync(
            store,
            [
                new(Key(0), 1, new Sample { State = "new" }.Fields, Kit.Body),
                new(Key(1), 2, new Sample { State = "new" }.Fields, Kit.Body),
                new(Key(2), 7, new Sample { Code = "moved", State = "new" }.Fields, default),
                new(Key(3), 1, new Sample { Code = "c2", State = "new" }.Fields, Kit.Body),
            ],
            BulkMode.Upsert);
        Expect.Equal(2L, result.Loaded, "Records loaded");
        Expect.Sequence([Kit.Id(0), Kit.Id(1)], result.Refused.Select(refusal => refusal.Key.Id), "Records refused");
        Expect.Record(await store.GetAsync(Kit.Id(2)), 7, new Sample { Code = "moved", State = "new" }.Fields, [], "Record replaced");
        Expect.Sequence([Kit.Id(2), Kit.Id(3)], await store.FindAsync(FieldFilter.Equal("state", FieldValue.Text("new"))), "Found by the new value");
        Expect.Sequence([Kit.Id(0), Kit.Id(1)], await store.FindAsync(FieldFilter.Equal("state", FieldValue.Text("old"))), "Found by the old value");
    }

    /// <summary>Loading an old copy never brings back what was erased; a version above the tombstone's may.</summary>
    public virtual async Task Scenario_BulkLoadRespectsTombstonesAsync()
    {
        await using var store = await OpenAsync();
        foreach (var mode in new[] { BulkMode.InsertOnly, BulkMode.Upsert })
        {
            var id = mode == BulkMode.Upsert ? 1 : 2;
            await store.PutAsync(Kit.Id(id), new Sample());
            await store.DeleteAsync(Kit.Id(id));
            foreach (var version in new[] { 1, 2 })
            {
                var refused = await LoadAsync(store, [new(Key(id), version, new Sample().Fields, Kit.Body)], mode);
                Expect.Sequence([CommitStatus.Conflict], refused.Refused.Select(refusal => refusal.Reason), $"Old copy of an erased record, {mode}");
                Expect.That(await store.GetAsync(Kit.Id(id)) is null, "An erased record stays erased.");
            }

            var later = await LoadAsync(store, [new(Key(id), 3, new Sample().Fields, Kit.Body)], mode);
            Expect.Equal(1L, later.Loaded, $"Later copy of an erased record, {mode}");
            Expect.Equal(3L, (await store.GetAsync(Kit.Id(id)))?.Version ?? 0, "Version of a record loaded over a tombstone");
        }
    }

    /// <summary>A load that was stopped leaves whole chunks; loading again goes on, and each record is there and in the feed once.</summary>
    public virtual async Task Scenario_StoppedLoadGoesOnAsync()
    {
        await using var store = await OpenAsync();
        using var source = new CancellationTokenSource();
        var records = Given(1, 3000).ToList();
        await Expect.ThrowsAsync<OperationCanceledException>(
            async () => await store.Bulk.LoadAsync(Stopping(), BulkMode.InsertOnly, Account, source.Token), "A load that was stopped");
        await store.SettleAsync();
        var before = (await store.ReadChangesAsync()).Count;
        Expect.That(before < 3000, "A stopped load does not go on to its end.");
        Expect.Equal(before, await AccountedAsync(store), "Records the audit entries of a stopped load account for");
        var again = await LoadAsync(store, records, BulkMode.InsertOnly);
        Expect.Equal(3000L - before, again.Loaded, "Records loaded by the second run");
        Expect.Equal(before, again.Refused.Count, "Records the second run found there");
        Expect.Equal(3000, (await store.ReadChangesAsync()).Select(change => (change.Agency, change.Id)).Distinct().Count(), "Records in the feed");
        Expect.Equal(3000, await AccountedAsync(store), "Records the audit entries account for");

        async IAsyncEnumerable<StoredRecord> Stopping()
        {
            foreach (var record in records)
            {
                if (record == records[2200])
                {
                    await source.CancelAsync();
                }

                yield return record;
            }
        }
    }

    /// <summary>A load of nothing, and one of which everything is refused, leaves no audit entry.</summary>
    public virtual async Task Scenario_LoadOfNothingLeavesNothingAsync()
    {
        await using var store = await OpenAsync();
        var none = await LoadAsync(store, [], BulkMode.Upsert);
        Expect.Equal(0L, none.Loaded, "Records of an empty load");
        await store.PutAsync(Kit.Id(1), new Sample());
        await LoadAsync(store, [new(Key(1), 1, new Sample().Fields, Kit.Body)], BulkMode.Upsert);
        Expect.Equal(0, (await store.ReadAuditAsync()).Count, "Audit entries of loads that wrote nothing");
    }

    /// <summary>Loads and commits that create the same records and claim the same values at once: each has one winner, and nothing is there twice.</summary>
    public virtual async Task Scenario_LoadsAndCommitsAtOnceHaveOneWinnerAsync()
    {
        await using var store = await OpenAsync();
        var won = await Kit.TogetherAsync(6, async client =>
        {
            if (client < 3)
            {
                // The same records from each load.
                return (int)(await store.Bulk.LoadAsync(Kit.StreamAsync(Given(1, 120)), BulkMode.InsertOnly, Account, CancellationToken.None)).Loaded;
            }

            var committed = 0;
            for (var i = 1; i <= 120; i += 4)
            {
                var agency = i % 3 == 0 ? Kit.Hangu : Kit.Teda;

                // Every second one takes the value of the record, not its id.
                var id = i % 8 == 1 ? Kit.Id(i) : Kit.Id(1000 + i);
                var result = await store.CommitAsync(new WriteBatch(agency).Put(KitKinds.Every, id, ExpectedVersion.Missing, new Sample { Code = $"g{i}" }.Fields, Kit.Body));
                Expect.That(result.Status is CommitStatus.Committed or CommitStatus.Conflict or CommitStatus.NotUnique, $"A commit beside loads is committed or refused, not {result.Status}.");
                committed += result.IsDurable ? 1 : 0;
            }

            return committed;
        });
        var records = await store.QueryAsync();
        records.AddRange(await store.QueryAsync(agency: Kit.Hangu));
        Expect.Equal(120, records.Count, "Records after loads and commits of the same ones");
        Expect.Equal(120, won.Sum(), "Records that loads and commits were told they wrote");
        Expect.Equal(120, records.Select(record => record["code"].AsText()).Distinct(StringComparer.Ordinal).Count(), "Different unique values");
        await store.SettleAsync();
        Expect.Sequence(
            records.Select(record => (record.Key.Agency, record.Key.Id, record.Version)).Order(),
            (await store.ReadChangesAsync(Kit.Teda)).Concat(await store.ReadChangesAsync(Kit.Hangu)).Select(change => (change.Agency, change.Id, change.Version)).Order(),
            "Change entries of loads and commits");
        Expect.Sequence([], (await store.Maintenance.CheckAsync(CancellationToken.None)).Problems, "Problems after loads and commits at once");
    }

    private static RecordKey Key(int id) => new(Kit.Teda, KitKinds.Every, Kit.Id(id));

    private static IEnumerable<StoredRecord> Given(int first, int count) => Enumerable.Range(first, count).Select(i => new StoredRecord(
        new RecordKey(i % 3 == 0 ? Kit.Hangu : Kit.Teda, KitKinds.Every, Kit.Id(i)), 7, new Sample { Code = $"g{i}", Number = i }.Fields, Kit.Body));

    private static async Task<BulkResult> LoadAsync(StoreUnderTest store, IEnumerable<StoredRecord> records, BulkMode mode)
    {
        var result = await store.Bulk.LoadAsync(Kit.StreamAsync(records), mode, Account, CancellationToken.None).ConfigureAwait(false);
        await store.SettleAsync().ConfigureAwait(false);
        return result;
    }

    private static AuditEntry Account(IReadOnlyList<StoredRecord> written) => Kit.Audit(Kit.Text(written.Count));

    private static async Task<int> AccountedAsync(StoreUnderTest store) =>
        (await store.ReadAuditAsync()).Sum(stored => int.Parse(stored.Entry.Details!, System.Globalization.CultureInfo.InvariantCulture));
}
