using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

/// <summary>Short forms for the scenarios.</summary>
internal static class KitStoreExtensions
{
    public static async Task<CommitResult> CommitAsync(this StoreUnderTest store, WriteBatch batch)
    {
        var result = await store.Records.CommitAsync(batch, CancellationToken.None).ConfigureAwait(false);
        store.Acknowledged.Note(batch, result);
        return result;
    }

    /// <summary>A commit that has to succeed.</summary>
    public static async Task<CommitResult> MustCommitAsync(this StoreUnderTest store, WriteBatch batch, string what = "a plain commit")
    {
        var result = await store.CommitAsync(batch).ConfigureAwait(false);
        Expect.Status(CommitStatus.Committed, result, what);
        return result;
    }

    public static async Task<long> PutAsync(this StoreUnderTest store, Guid id, Sample sample, AgencyId? agency = null)
    {
        var batch = new WriteBatch(agency ?? Kit.Teda).Put(KitKinds.Every, id, ExpectedVersion.Any, sample.Fields, Kit.Body);
        return (await store.MustCommitAsync(batch).ConfigureAwait(false)).Versions[0];
    }

    public static async Task DeleteAsync(this StoreUnderTest store, Guid id, AgencyId? agency = null) =>
        await store.MustCommitAsync(new WriteBatch(agency ?? Kit.Teda).Delete(KitKinds.Every, id, ExpectedVersion.Exists)).ConfigureAwait(false);

    public static async Task<StoredRecord?> GetAsync(this StoreUnderTest store, Guid id, AgencyId? agency = null, RecordKind? kind = null) =>
        await store.Records.GetAsync(new RecordKey(agency ?? Kit.Teda, kind ?? KitKinds.Every, id), CancellationToken.None).ConfigureAwait(false);

    /// <summary>All pages of a query.</summary>
    public static async Task<List<StoredRecord>> QueryAsync(
        this StoreUnderTest store,
        IReadOnlyList<FieldFilter>? where = null,
        string? orderBy = null,
        bool descending = false,
        int limit = 1000,
        AgencyId? agency = null,
        RecordKind? kind = null,
        Func<int, Task>? betweenPages = null)
    {
        var all = new List<StoredRecord>();
        QueryCursor? after = null;
        for (var pages = 0; ; pages++)
        {
            var query = new RecordQuery(agency ?? Kit.Teda, kind ?? KitKinds.Every, where, orderBy, descending, limit, after);
            var page = await store.Records.QueryAsync(query, CancellationToken.None).ConfigureAwait(false);
            Expect.That(page.Records.Count <= limit, "A page holds at most as many records as were asked for.");
            all.AddRange(page.Records);
            if (page.Next is null)
            {
                return all;
            }

            Expect.That(page.Records.Count > 0 && pages < 5000, "Paging comes to an end.");
            after = page.Next;
            if (betweenPages is not null)
            {
                await betweenPages(pages).ConfigureAwait(false);
            }
        }
    }

    public static async Task<Guid[]> FindAsync(this StoreUnderTest store, params FieldFilter[] where) =>
        [.. (await store.QueryAsync(where).ConfigureAwait(false)).Select(record => record.Key.Id)];

    /// <summary>Everything in the change feed after a position, once it shows all that was acknowledged; without the kit's own marks.</summary>
    public static async Task<List<ChangeEntry>> ReadChangesAsync(this StoreUnderTest store, AgencyId? agency = null, FeedPosition after = default, int limit = 1000)
    {
        await Settling.WaitForFeedAsync(store, agency).ConfigureAwait(false);
        var all = await ReadAllAsync(
            (position, token) => store.Changes.ReadChangesAsync(agency, position, limit, token), entry => entry.Position, after, limit).ConfigureAwait(false);
        all.RemoveAll(entry => entry.Agency == Settling.Marker);
        return all;
    }

    /// <summary>Everything in the audit trail after a position, once it shows all that was acknowledged; without the kit's own marks.</summary>
    public static async Task<List<StoredAuditEntry>> ReadAuditAsync(this StoreUnderTest store, AgencyId? agency = null, FeedPosition after = default, int limit = 1000)
    {
        await Settling.WaitForAuditAsync(store).ConfigureAwait(false);
        var all = await ReadAllAsync(
            (position, token) => store.Audit.ReadAuditAsync(agency, position, limit, token), entry => entry.Position, after, limit).ConfigureAwait(false);
        all.RemoveAll(stored => stored.Entry.Agency == Settling.Marker);
        return all;
    }

    private static async Task<List<T>> ReadAllAsync<T>(
        Func<FeedPosition, CancellationToken, ValueTask<FeedPage<T>>> read, Func<T, FeedPosition> position, FeedPosition after, int limit)
    {
        var all = new List<T>();
        while (true)
        {
            var page = await read(after, CancellationToken.None).ConfigureAwait(false);
            Expect.That(page.Entries.Count <= limit, "A page of a feed holds at most as many entries as were asked for.");
            if (page.Entries.Count == 0)
            {
                Expect.Equal(after, page.Position, "Position of an empty page of a feed");
                return all;
            }

            foreach (var entry in page.Entries)
            {
                Expect.That(position(entry) > after, "Positions of a feed rise.");
                after = position(entry);
                all.Add(entry);
            }

            Expect.That(page.Position >= after, "A page of a feed leads on behind its last entry.");
            after = page.Position;
        }
    }
}
