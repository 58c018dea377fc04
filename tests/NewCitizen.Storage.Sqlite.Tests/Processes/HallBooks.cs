using NewCitizen.Audit;

namespace NewCitizen.Storage.Sqlite.Tests.Processes;

/// <summary>All that a store holds about the slot, to be compared with what was acknowledged.</summary>
internal static class HallBooks
{
    public static ValueTask<CommitResult> OpenSlotAsync(SqliteRecordStore store) => store.CommitAsync(
        new WriteBatch(SeatTaker.Agency).Put(HostKinds.Slot, HostKinds.SlotId, ExpectedVersion.Missing, [FieldValue.Null], "{}"u8.ToArray()), CancellationToken.None);

    /// <summary>Requires that seats, visitors, feed, events, audit and indexes tell one story; returns the visitors' codes.</summary>
    public static async Task<HashSet<string>> RequireConsistentAsync(SqliteRecordStore store)
    {
        var visitors = new List<StoredRecord>();
        QueryCursor? after = null;
        do
        {
            var page = await store.QueryAsync(new RecordQuery(SeatTaker.Agency, HostKinds.Visitor, limit: 1000, after: after), CancellationToken.None);
            visitors.AddRange(page.Records);
            after = page.Next;
        }
        while (after is not null);

        var slot = await store.GetAsync(new RecordKey(SeatTaker.Agency, HostKinds.Slot, HostKinds.SlotId), CancellationToken.None);
        var taken = slot!["taken"].IsNull ? 0 : slot["taken"].AsInteger();
        Assert.Equal(visitors.Count, taken);
        Assert.Equal(visitors.Count + 1, slot.Version);

        var ids = visitors.Select(visitor => visitor.Key.Id).Order().ToList();
        var changes = await ChangesAsync(store);
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(i => (long)i), changes.Select(entry => entry.Position.Sequence));
        Assert.Equal(ids, changes.Where(entry => entry is { Type: ChangeType.Put, Kind: "visitor" }).Select(entry => entry.Id).Order());
        Assert.Equal(ids, changes.Where(entry => entry.Type == ChangeType.Event).Select(entry => entry.Id).Order());
        Assert.Equal(visitors.Count + 1, changes.Count(entry => entry is { Type: ChangeType.Put, Kind: "slot" }));

        var audit = await AuditAsync(store);
        Assert.Equal(ids, audit.Select(entry => entry.Entry.SubjectId!.Value).Order());
        Assert.All(audit, entry => Assert.Equal(AuditHash.Compute(entry.Entry), entry.Hash.ToArray()));

        var check = await store.CheckAsync(CancellationToken.None);
        Assert.Empty(check.Problems);
        return [.. visitors.Select(visitor => visitor["code"].AsText())];
    }

    public static async Task<List<ChangeEntry>> ChangesAsync(SqliteRecordStore store)
    {
        var all = new List<ChangeEntry>();
        while (await store.ReadChangesAsync(null, all.Count == 0 ? default : all[^1].Position, 10_000, CancellationToken.None) is { Entries.Count: > 0 } page)
        {
            all.AddRange(page.Entries);
        }

        return all;
    }

    private static async Task<List<StoredAuditEntry>> AuditAsync(SqliteRecordStore store)
    {
        var all = new List<StoredAuditEntry>();
        while (await store.ReadAuditAsync(null, all.Count == 0 ? default : all[^1].Position, 10_000, CancellationToken.None) is { Entries.Count: > 0 } page)
        {
            all.AddRange(page.Entries);
        }

        return all;
    }
}
