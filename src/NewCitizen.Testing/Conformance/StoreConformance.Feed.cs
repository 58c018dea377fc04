using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>Every change appears once in commit order with its version, events after the changes of their batch, and nothing for checks and refusals.</summary>
    public virtual async Task Scenario_FeedTellsEveryChangeAsync()
    {
        await using var store = await OpenAsync();
        var first = await store.MustCommitAsync(new WriteBatch(Kit.Teda)
            .Emit(new DomainEvent("kit.happened", new RecordKey(Kit.Teda, KitKinds.Other, Kit.Id(7)), "{\"n\":1}"u8.ToArray()))
            .Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Missing, new Sample { Seats = 1 }.Fields, Kit.Body)
            .Check(KitKinds.Every, Kit.Id(1), ExpectedVersion.Exists)
            .Increment(KitKinds.Every, Kit.Id(1), "seats", 1)
            .Emit(new DomainEvent("kit.again", new RecordKey(Kit.Teda, KitKinds.Every, Kit.Id(1)), default)));
        await store.CommitAsync(new WriteBatch(Kit.Teda).Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Missing, new Sample().Fields, Kit.Body));
        var second = await store.MustCommitAsync(new WriteBatch(Kit.Teda).Delete(KitKinds.Every, Kit.Id(1), ExpectedVersion.Exists));
        var feed = await store.ReadChangesAsync();
        Expect.Sequence(
            [
                (ChangeType.Put, "kit_every", Kit.Id(1), 1L, null),
                (ChangeType.Put, "kit_every", Kit.Id(1), 2L, null),
                (ChangeType.Event, "kit_other", Kit.Id(7), 0L, "kit.happened"),
                (ChangeType.Event, "kit_every", Kit.Id(1), 0L, "kit.again"),
                (ChangeType.Deleted, "kit_every", Kit.Id(1), 3L, null),
            ],
            feed.Select(change => (change.Type, change.Kind, change.Id, change.Version, change.EventType)),
            "Entries of the feed");
        Expect.That(feed[2].Payload.Span.SequenceEqual("{\"n\":1}"u8) && feed[3].Payload.IsEmpty, "An event keeps its payload.");
        Expect.Equal(feed[3].Position, first.Position, "Position the first commit answered");
        Expect.Equal(feed[4].Position, second.Position, "Position the second commit answered");
        Expect.That(feed.TrueForAll(change => change.Agency == Kit.Teda), "Entries name their agency.");
    }

    /// <summary>A reader that tails the feed while 16 clients write sees every change once and in order: none is skipped.</summary>
    public virtual async Task Scenario_TailingReaderSkipsNothingAsync()
    {
        await using var store = await OpenAsync();
        var seen = new List<ChangeEntry>();
        var position = FeedPosition.Start;
        var agencies = new[] { Kit.Teda, Kit.Hangu };
        await Kit.BesideAsync(
            () => Kit.TogetherAsync(16, async client =>
            {
                for (var round = 0; round < 12; round++)
                {
                    await store.MustCommitAsync(new WriteBatch(agencies[client % 2])
                        .Put(KitKinds.Every, Kit.Id(client), ExpectedVersion.Any, new Sample { Seats = round }.Fields, Kit.Body)
                        .Put(KitKinds.Other, Kit.Id((client * 100) + round), ExpectedVersion.Missing, Sample.OfOther(null), default));
                }

                return 0;
            }),
            async () =>
            {
                var page = await store.Changes.ReadChangesAsync(null, position, 7, CancellationToken.None);
                seen.AddRange(page.Entries);
                position = page.Position;
            });
        seen.AddRange(await store.ReadChangesAsync(after: position));
        Expect.Equal(16 * 12 * 2, seen.Count, "Changes seen by a reader that tailed the feed");
        Expect.Equal(seen.Count, seen.Select(change => (change.Agency, change.Kind, change.Id, change.Version)).Distinct().Count(), "Different changes seen");
        for (var client = 0; client < 16; client++)
        {
            var versions = seen.Where(change => change.Kind == "kit_every" && change.Id == Kit.Id(client)).Select(change => change.Version);
            Expect.Sequence(Enumerable.Range(1, 12).Select(version => (long)version), versions, "Versions of one record in the feed");
        }

        Expect.Sequence(
            seen.Select(change => change.Position), (await store.ReadChangesAsync()).Select(change => change.Position), "Feed read again afterwards");
    }

    /// <summary>Reading on from any position, in pages of any size, gives exactly the rest.</summary>
    public virtual async Task Scenario_FeedResumesAnywhereAsync()
    {
        await using var store = await OpenAsync();
        await FillAsync(store);
        var all = await store.ReadChangesAsync();
        Expect.Equal(30, all.Count, "Entries of the feed");
        for (var i = 0; i < all.Count; i += 4)
        {
            Expect.Sequence(
                all.Skip(i + 1).Select(change => change.Position),
                (await store.ReadChangesAsync(after: all[i].Position, limit: (i % 5) + 1)).Select(change => change.Position),
                "Rest of the feed");
        }

        var end = await store.Changes.ReadChangesAsync(null, all[^1].Position, 10, CancellationToken.None);
        Expect.Equal(all[^1].Position, end.Position, "Position when there is nothing new");
        await store.PutAsync(Kit.Id(5000), new Sample());
        Expect.Sequence([Kit.Id(5000)], (await store.ReadChangesAsync(after: end.Position)).Select(change => change.Id), "New entry after the end");
    }

    /// <summary>The feed of one agency holds its entries only, all of them, and leads on past those of others.</summary>
    public virtual async Task Scenario_FeedOfOneAgencyAsync()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < 30; i++)
        {
            await store.PutAsync(Kit.Id(i), new Sample(), i % 10 == 3 ? Kit.Hangu : Kit.Teda);
        }

        foreach (var limit in new[] { 1, 2, 100 })
        {
            var theirs = await store.ReadChangesAsync(Kit.Hangu, limit: limit);
            Expect.Sequence([Kit.Id(3), Kit.Id(13), Kit.Id(23)], theirs.Select(change => change.Id), "Feed of one agency");
        }

        Expect.Equal(27, (await store.ReadChangesAsync(Kit.Teda)).Count, "Feed of the other agency");
        Expect.Equal(0, (await store.ReadChangesAsync(AgencyId.Parse("nobody"))).Count, "Feed of an agency without records");
    }

    /// <summary>After trimming, a reader behind gets NC3008, never a gap; a reader at the mark or later reads on, also what comes afterwards.</summary>
    public virtual async Task Scenario_TrimmedFeedTellsReadersBehindAsync()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < 10; i++)
        {
            await store.PutAsync(Kit.Id(i), new Sample());
        }

        var all = await store.ReadChangesAsync();
        await store.Maintenance.TrimChangesAsync(all[4].Position, CancellationToken.None);
        foreach (var behind in new[] { FeedPosition.Start, all[0].Position, all[3].Position })
        {
            await Expect.CodeAsync(StorageErrors.FeedTrimmed, () => store.ReadChangesAsync(after: behind), "Reader behind the trimmed entries");
            await Expect.CodeAsync(StorageErrors.FeedTrimmed, () => store.ReadChangesAsync(Kit.Teda, behind), "Reader of one agency behind the trimmed entries");
        }

        Expect.Sequence(all.Skip(5).Select(change => change.Position), (await store.ReadChangesAsync(after: all[4].Position)).Select(change => change.Position), "Reader at the mark");
        Expect.Sequence(all.Skip(8).Select(change => change.Position), (await store.ReadChangesAsync(after: all[7].Position)).Select(change => change.Position), "Reader past the mark");
        await store.Maintenance.TrimChangesAsync(all[1].Position, CancellationToken.None);
        Expect.Equal(5, (await store.ReadChangesAsync(after: all[4].Position)).Count, "Entries after an earlier trim is repeated");

        await store.Maintenance.TrimChangesAsync(all[9].Position, CancellationToken.None);
        Expect.Equal(0, (await store.ReadChangesAsync(after: all[9].Position)).Count, "Entries after everything was trimmed");
        await Expect.CodeAsync(StorageErrors.FeedTrimmed, () => store.ReadChangesAsync(), "Reader from the start after everything was trimmed");
        var next = await store.MustCommitAsync(new WriteBatch(Kit.Teda).Put(KitKinds.Every, Kit.Id(99), ExpectedVersion.Missing, new Sample().Fields, Kit.Body));
        Expect.That(next.Position > all[9].Position, "Positions go on after everything was trimmed.");
        Expect.Sequence([Kit.Id(99)], (await store.ReadChangesAsync(after: all[9].Position)).Select(change => change.Id), "Entry committed after everything was trimmed");
        Expect.Equal(11, (await store.QueryAsync()).Count, "Records after trimming the feed");
    }

    /// <summary>Trimming beyond the end forgets what is there and not what is still to come.</summary>
    public virtual async Task Scenario_TrimNeverReachesTheFutureAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample());
        var last = (await store.ReadChangesAsync())[^1].Position;
        await store.Maintenance.TrimChangesAsync(new FeedPosition(long.MaxValue, long.MaxValue), CancellationToken.None);
        await store.PutAsync(Kit.Id(2), new Sample());
        Expect.Sequence([Kit.Id(2)], (await store.ReadChangesAsync(after: last)).Select(change => change.Id), "Entry committed after a trim beyond the end");
    }

    /// <summary>Feeds take 1 to 10,000 entries a page and refuse other limits.</summary>
    public virtual async Task Scenario_FeedLimitsAreCheckedAsync()
    {
        await using var store = await OpenAsync();
        foreach (var limit in new[] { 0, -1, 10_001 })
        {
            await Expect.ThrowsAsync<ArgumentException>(async () => await store.Changes.ReadChangesAsync(null, default, limit, CancellationToken.None), "Change feed with a limit outside the range");
            await Expect.ThrowsAsync<ArgumentException>(async () => await store.Audit.ReadAuditAsync(null, default, limit, CancellationToken.None), "Audit trail with a limit outside the range");
        }

        await store.Changes.ReadChangesAsync(null, default, 10_000, CancellationToken.None);
    }
}
