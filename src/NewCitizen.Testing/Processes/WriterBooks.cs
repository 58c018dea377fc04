using NewCitizen.Audit;
using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;

namespace NewCitizen.Testing.Processes;

/// <summary>All that a store holds about the slot, to be compared with what was acknowledged.</summary>
internal static class WriterBooks
{
    private const int MaxReads = 50;

    /// <summary>Requires that seats, visitors, feed, events, audit and indexes tell one story; returns the visitors' codes.</summary>
    public static async Task<HashSet<string>> RequireConsistentAsync(StoreUnderTest store)
    {
        var (slot, visitors) = await ReadAsync(store).ConfigureAwait(false);
        var taken = slot["seats"].IsNull ? 0 : slot["seats"].AsInteger();
        Expect.Equal(visitors.Count, taken, "Seats taken beside the visitors that are there");
        Expect.Equal(visitors.Count + 1L, slot.Version, "Version of the slot: one more a visitor");
        await store.SettleAsync().ConfigureAwait(false);
        var ids = visitors.Select(visitor => visitor.Key.Id).Order().ToList();
        var changes = await store.ReadChangesAsync(limit: 10_000).ConfigureAwait(false);
        Expect.Sequence(ids, changes.Where(entry => entry.Type == ChangeType.Put && entry.Id != WriterWork.SlotId).Select(entry => entry.Id).Order(), "Change entries of the visitors");
        Expect.Sequence(ids, changes.Where(entry => entry.Type == ChangeType.Event).Select(entry => entry.Id).Order(), "Events of the visitors");
        Expect.Sequence(
            Enumerable.Range(1, visitors.Count + 1).Select(version => (long)version),
            changes.Where(entry => entry.Type == ChangeType.Put && entry.Id == WriterWork.SlotId).Select(entry => entry.Version),
            "Versions of the slot in the feed");
        var trail = await store.ReadAuditAsync(limit: 10_000).ConfigureAwait(false);
        Expect.Sequence(ids, trail.Select(stored => stored.Entry.SubjectId!.Value).Order(), "Audit entries of the visitors");
        Expect.That(trail.TrueForAll(stored => stored.Hash.Span.SequenceEqual(AuditHash.Compute(stored.Entry))), "Audit entries fit their hashes.");
        Expect.Sequence([], (await store.Maintenance.CheckAsync(CancellationToken.None).ConfigureAwait(false)).Problems, "Problems of the store");
        return visitors.Select(visitor => visitor["code"].AsText()).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Reads until the slot did not change meanwhile: the last commit of a process that was killed may still be on its way through a server.</summary>
    private static async Task<(StoredRecord Slot, List<StoredRecord> Visitors)> ReadAsync(StoreUnderTest store)
    {
        for (var reads = 0; reads < MaxReads; reads++)
        {
            var before = await store.GetAsync(WriterWork.SlotId).ConfigureAwait(false);
            var visitors = await store.QueryAsync([FieldFilter.Equal("state", FieldValue.Text("visitor"))]).ConfigureAwait(false);
            var after = await store.GetAsync(WriterWork.SlotId).ConfigureAwait(false);
            Expect.That(before is not null && after is not null, "The slot is there.");
            if (before!.Version == after!.Version)
            {
                return (after, visitors);
            }

            await Task.Delay(20).ConfigureAwait(false);
        }

        throw new ConformanceException(string.Empty, "The store changes although nobody writes.");
    }
}
