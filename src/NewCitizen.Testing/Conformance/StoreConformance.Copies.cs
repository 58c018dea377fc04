using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Storage;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>A copied audit trail keeps position, content and hash of every entry, whatever they are, and what is written afterwards comes after it.</summary>
    public virtual async Task Scenario_AuditIsCopiedWordForWordAsync()
    {
        await using var store = await OpenAsync();
        var altered = Trail(3, 900) with { Hash = AuditHash.Compute(Kit.Audit("before it was altered")) };
        StoredAuditEntry[] given =
        [
            Trail(0, 1), Trail(0, 5) with { Entry = Kit.Audit("", Kit.Hangu) with { SubjectKind = null, Purpose = null, Actor = "职员\0\U00020000" } },
            Trail(2, 0), altered, Trail(3, 901) with { Hash = new byte[] { 1, 2, 3 } }, Trail(7_000_000_000, 12),
        ];
        Expect.Equal(6L, await store.Bulk.LoadAuditAsync(Kit.StreamAsync(given), CancellationToken.None), "Entries appended");
        RequireTrail(given, await store.ReadAuditAsync(limit: 2));
        RequireTrail([given[1]], await store.ReadAuditAsync(Kit.Hangu));
        Expect.Equal(0, (await store.ReadChangesAsync()).Count, "Change entries of an audit copy");

        for (var i = 0; i < 3; i++)
        {
            await store.MustCommitAsync(new WriteBatch(Kit.Teda)
                .Put(KitKinds.Every, Kit.Id(i), ExpectedVersion.Missing, new Sample().Fields, Kit.Body).AddAudit(Kit.Audit(Kit.Text(i))));
        }

        var later = await store.ReadAuditAsync(after: given[^1].Position);
        Expect.Sequence(["0", "1", "2"], later.Select(stored => stored.Entry.Details), "Audit entries written after a copy");
        RequireTrail([.. given, .. later], await store.ReadAuditAsync());
    }

    /// <summary>An audit copy that was stopped goes on: entries that are there are skipped, the rest is appended, each is there once.</summary>
    public virtual async Task Scenario_StoppedAuditCopyGoesOnAsync()
    {
        await using var store = await OpenAsync();
        using var source = new CancellationTokenSource();
        var trail = Enumerable.Range(1, 25_000).Select(i => Trail(i / 100, i)).ToList();
        await Expect.ThrowsAsync<OperationCanceledException>(async () => await store.Bulk.LoadAuditAsync(Stopping(), source.Token), "An audit copy that was stopped");
        var before = (await store.ReadAuditAsync(limit: 10_000)).Count;
        Expect.That(before < 25_000, "A stopped audit copy does not go on to its end.");
        Expect.Equal(25_000L - before, await store.Bulk.LoadAuditAsync(Kit.StreamAsync(trail), CancellationToken.None), "Entries appended by the second run");
        Expect.Equal(0L, await store.Bulk.LoadAuditAsync(Kit.StreamAsync(trail), CancellationToken.None), "Entries appended by a third run");
        Expect.Equal(0L, await store.Bulk.LoadAuditAsync(Kit.StreamAsync(trail.Skip(20_000).Take(10)), CancellationToken.None), "Entries appended of a stretch that is there");
        RequireTrail(trail, await store.ReadAuditAsync(limit: 10_000));

        async IAsyncEnumerable<StoredAuditEntry> Stopping()
        {
            foreach (var entry in trail)
            {
                if (ReferenceEquals(entry, trail[21_000]))
                {
                    await source.CancelAsync();
                }

                yield return entry;
            }
        }
    }

    /// <summary>An entry at a position that another one holds, before the end, or at no position at all is refused as NC3014, and the trail stays as it is.</summary>
    public virtual async Task Scenario_AuditCopyRefusesAnotherTrailAsync()
    {
        await using var store = await OpenAsync();
        await store.MustCommitAsync(new WriteBatch(Kit.Teda).AddAudit(Kit.Audit("own")));
        var own = (await store.ReadAuditAsync())[0];
        StoredAuditEntry[] more = [Trail(own.Position.Epoch + 4, 10), Trail(own.Position.Epoch + 4, 20)];
        await store.Bulk.LoadAuditAsync(Kit.StreamAsync<StoredAuditEntry>([own, .. more]), CancellationToken.None);
        foreach (var (refused, what) in new[]
        {
            (own with { Hash = AuditHash.Compute(Kit.Audit("foreign")) }, "An entry with another hash at a position that is taken"),
            (more[0] with { Position = new(own.Position.Epoch + 4, 15) }, "An entry between two others"),
            (more[0] with { Position = new(own.Position.Epoch + 3, 99) }, "An entry of an epoch before the last one"),
            (more[0] with { Position = FeedPosition.Start }, "An entry at the start"),
            (more[0] with { Position = new(own.Position.Epoch + 9, -1) }, "An entry at a negative position"),
        })
        {
            StoredAuditEntry[] given = [own, refused, Trail(own.Position.Epoch + 10, 1)];
            await Expect.CodeAsync(StorageErrors.AuditTrailDiffers, async () => await store.Bulk.LoadAuditAsync(Kit.StreamAsync(given), CancellationToken.None), what);
            RequireTrail([own, .. more], await store.ReadAuditAsync());
        }
    }

    /// <summary>A tombstone is loaded like a record: it deletes a lower version, frees its values, is told in the feed, and keeps old copies out.</summary>
    public virtual async Task Scenario_BulkLoadsTombstonesAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Code = "freed", Papers = ["p"], State = "old" });
        await store.PutAsync(Kit.Id(2), new Sample { Label = "stays" });
        await store.PutAsync(Kit.Id(2), new Sample { Label = "stays" });
        await store.PutAsync(Kit.Id(3), new Sample { Label = "stays" });
        var position = (await store.ReadChangesAsync())[^1].Position;
        var insert = await LoadAsync(store, [StoredRecord.Tombstone(Key(3), 9), StoredRecord.Tombstone(Key(4), 6)], BulkMode.InsertOnly);
        Expect.Sequence([Kit.Id(3)], insert.Refused.Select(refusal => refusal.Key.Id), "Tombstones refused in InsertOnly: a living record is there");
        var result = await LoadAsync(
            store,
            [
                StoredRecord.Tombstone(Key(1), 5),
                StoredRecord.Tombstone(Key(2), 2),
                StoredRecord.Tombstone(Key(4), 6),
                StoredRecord.Tombstone(Key(4), 7),
                new(Key(5), 1, new Sample { Code = "freed", Papers = ["p"] }.Fields, Kit.Body),
            ],
            BulkMode.Upsert);
        Expect.Equal(3L, result.Loaded, "Tombstones and records loaded");
        Expect.Sequence(
            [(Kit.Id(2), CommitStatus.Conflict), (Kit.Id(4), CommitStatus.Conflict)],
            result.Refused.Select(refusal => (refusal.Key.Id, refusal.Reason)),
            "Tombstones refused: not higher than what is there");
        Expect.Sequence([Kit.Id(2), Kit.Id(3), Kit.Id(5)], Ids(await store.QueryAsync()), "Living records");
        Expect.Equal(0, (await store.FindAsync(FieldFilter.Equal("state", FieldValue.Text("old")))).Length, "Records found by a value of one that is gone");
        Expect.Sequence(
            [(Kit.Id(4), ChangeType.Deleted, 6L), (Kit.Id(1), ChangeType.Deleted, 5L), (Kit.Id(4), ChangeType.Deleted, 7L), (Kit.Id(5), ChangeType.Put, 1L)],
            (await store.ReadChangesAsync(after: position)).Select(change => (change.Id, change.Type, change.Version)),
            "Change entries of tombstones");
        Expect.Equal(4, await AccountedAsync(store), "Records and tombstones the audit entries account for");
        var old = await LoadAsync(store, [new(Key(1), 5, new Sample().Fields, Kit.Body), new(Key(4), 6, new Sample().Fields, Kit.Body)], BulkMode.Upsert);
        Expect.Equal(2, old.Refused.Count, "Old copies of what is buried");
        Expect.Equal(8L, await store.PutAsync(Kit.Id(4), new Sample()), "Version of a record written over a loaded tombstone");
        Expect.That((await store.Maintenance.CheckAsync(CancellationToken.None)).Problems.Count == 0, "The store checks clean after tombstones were loaded.");
    }

    /// <summary>A load whose audit callback answers null leaves records and change entries, and no audit entry.</summary>
    public virtual async Task Scenario_LoadWithoutAuditLeavesNoneAsync()
    {
        await using var store = await OpenAsync();
        var result = await store.Bulk.LoadAsync(Kit.StreamAsync(Given(1, 700)), BulkMode.Upsert, _ => null, CancellationToken.None);
        Expect.Equal(700L, result.Loaded, "Records loaded");
        Expect.Equal(700, (await store.ReadChangesAsync()).Count, "Change entries");
        Expect.Equal(0, (await store.ReadAuditAsync()).Count, "Audit entries of a load that wants none");
    }

    /// <summary>A scan reads everything of a kind, of all agencies, with tombstones, in the order of agency and id, in pages of any size, from any place.</summary>
    public virtual async Task Scenario_ScanReadsEverythingInOrderAsync()
    {
        await using var store = await OpenAsync();
        Expect.Equal(0, (await store.Bulk.ScanAsync(KitKinds.Every, null, 10, CancellationToken.None)).Count, "Records of an empty store");
        AgencyId[] agencies = [Kit.Teda, Kit.Hangu, AgencyId.Parse("teda-2"), AgencyId.Parse("0"), AgencyId.Parse("teda0")];
        var expected = new List<(AgencyId Agency, Guid Id, long Version, bool Gone)>();
        foreach (var agency in agencies)
        {
            for (var i = 40; i > 0; i--)
            {
                // Ids of both ends of each byte order.
                var id = i % 2 == 0 ? Kit.Id(i * 7) : Kit.Id(i * 0x0101_0000);
                await store.PutAsync(id, new Sample { Number = i }, agency);
                if (i % 5 == 0)
                {
                    await store.DeleteAsync(id, agency);
                }

                expected.Add((agency, id, i % 5 == 0 ? 2 : 1, i % 5 == 0));
            }
        }

        await LoadAsync(store, [StoredRecord.Tombstone(new RecordKey(Kit.Hangu, KitKinds.Every, Kit.Id(100_000)), 4)], BulkMode.Upsert);
        expected.Add((Kit.Hangu, Kit.Id(100_000), 4, true));
        await store.MustCommitAsync(new WriteBatch(Kit.Teda).Put(KitKinds.Other, Kit.Id(1), ExpectedVersion.Missing, [FieldValue.Null, FieldValue.Null], Kit.Body));
        expected.Sort((x, y) => x.Agency != y.Agency ? x.Agency.CompareTo(y.Agency) : InMemory.RecordIdComparer.Instance.Compare(x.Id, y.Id));
        foreach (var limit in new[] { 1, 7, 201, 10_000 })
        {
            var all = await ScanAllAsync(store, KitKinds.Every, limit);
            Expect.Sequence(expected, all.Select(record => (record.Key.Agency, record.Key.Id, record.Version, record.IsTombstone)), $"Scan in pages of {limit}");
            Expect.That(all.TrueForAll(record => !record.IsTombstone || (record.Fields.Count == 0 && record.Body.IsEmpty)), "A tombstone holds nothing but its version.");
            var living = all.First(record => !record.IsTombstone);
            Expect.Record(await store.GetAsync(living.Key.Id, living.Key.Agency), living.Version, living.Fields, living.Body.Span, "Scanned record");
        }

        var between = await store.Bulk.ScanAsync(KitKinds.Other, new RecordKey(AgencyId.Parse("h"), KitKinds.Every, Kit.Id(5)), 10, CancellationToken.None);
        Expect.Sequence([Kit.Teda], between.Select(record => record.Key.Agency), "Scan from a place where nothing is");
        await Expect.ThrowsAsync<ArgumentException>(async () => await store.Bulk.ScanAsync(KitKinds.Every, null, 0, CancellationToken.None), "A scan of no records");
        await Expect.ThrowsAsync<ArgumentException>(async () => await store.Bulk.ScanAsync(KitKinds.Every, null, 10_001, CancellationToken.None), "A scan of 10,001 records");
    }

    /// <summary>What was copied is there after reopening: tombstones, audit entries with their positions, and the numbering after them.</summary>
    public virtual async Task Scenario_CopiesSurviveReopeningAsync()
    {
        await using var store = await OpenDurableAsync();
        StoredAuditEntry[] trail = [Trail(0, 3), Trail(44, 1), Trail(44, 7)];
        await store.Bulk.LoadAuditAsync(Kit.StreamAsync(trail), CancellationToken.None);
        await store.Bulk.LoadAsync(Kit.StreamAsync([StoredRecord.Tombstone(Key(1), 8)]), BulkMode.Upsert, _ => null, CancellationToken.None);
        await using var again = await ReopenAsync(store);
        RequireTrail(trail, await again.ReadAuditAsync());
        Expect.Equal(9L, await again.PutAsync(Kit.Id(1), new Sample()), "Version after a tombstone that was loaded");
        await again.MustCommitAsync(new WriteBatch(Kit.Teda).AddAudit(Kit.Audit("later")));
        Expect.Equal("later", (await again.ReadAuditAsync(after: trail[^1].Position)).Single().Entry.Details, "Audit entry written after a copy");
    }

    private static StoredAuditEntry Trail(long epoch, long sequence)
    {
        var entry = Kit.Audit(Kit.Text(sequence), subject: Kit.Id((int)sequence));
        return new StoredAuditEntry(new FeedPosition(epoch, sequence), entry, AuditHash.Compute(entry));
    }

    private static void RequireTrail(IReadOnlyList<StoredAuditEntry> expected, IReadOnlyList<StoredAuditEntry> actual) => Expect.Sequence(
        expected.Select(stored => (stored.Position, stored.Entry, Convert.ToHexString(stored.Hash.Span))),
        actual.Select(stored => (stored.Position, stored.Entry, Convert.ToHexString(stored.Hash.Span))),
        "Audit trail");

    private static async Task<List<StoredRecord>> ScanAllAsync(StoreUnderTest store, RecordKind kind, int limit)
    {
        var all = new List<StoredRecord>();
        while (true)
        {
            var page = await store.Bulk.ScanAsync(kind, all.Count == 0 ? null : all[^1].Key, limit, CancellationToken.None).ConfigureAwait(false);
            Expect.That(page.Count <= limit && all.Count < 100_000, "A page of a scan holds at most as many records as were asked for, and the scan ends.");
            if (page.Count == 0)
            {
                return all;
            }

            all.AddRange(page);
        }
    }
}
