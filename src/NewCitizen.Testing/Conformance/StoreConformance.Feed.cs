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
        await store.SettleAsync();
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

    /// <summary>A commit that stays open while others pass it is not skipped: a reader that tails the feed gets its changes too, each once.</summary>
    public virtual async Task Scenario_SlowTransactionsAreNotSkippedAsync()
    {
        await using var store = await OpenAsync();
        var faults = RequireFaults();
        var seen = new List<ChangeEntry>();
        var position = FeedPosition.Start;
        for (var round = 0; round < 3; round++)
        {
            var first = round * 100;
            var paused = await faults.PauseAtAsync(store, 1 + round) ?? throw new NotTestedException("needs IFaultInjector.PauseAtAsync: a commit that is held");
            await Kit.BesideAsync(
                async () =>
                {
                    await using (paused)
                    {
                        var slow = Task.Run(() => store.MustCommitAsync(Batch(Kit.Teda, first, 6), "a commit that was held"));
                        await Task.WhenAny(paused.Reached, Task.Delay(TimeSpan.FromSeconds(10)));
                        Expect.That(paused.Reached.IsCompleted, "A commit reaches the step it is to be held at.");

                        // Where only one can write at a time they wait; elsewhere they overtake.
                        var quick = Kit.TogetherAsync(8, client => store.MustCommitAsync(Batch(client % 2 == 0 ? Kit.Teda : Kit.Hangu, first + 10 + (client * 10), 2)));
                        await Task.WhenAny(quick, Task.Delay(200));
                        await paused.DisposeAsync();
                        await slow;
                        await quick;
                    }
                },
                TailAsync);
        }

        seen.AddRange(await store.ReadChangesAsync(after: position));
        Expect.Equal(3 * (6 + 16), seen.Count, "Changes seen by a reader that tailed the feed beside slow transactions");
        Expect.Equal(seen.Count, seen.Select(change => change.Id).Distinct().Count(), "Different changes seen");

        async Task TailAsync()
        {
            var page = await store.Changes.ReadChangesAsync(null, position, 3, CancellationToken.None);
            seen.AddRange(page.Entries);
            position = page.Position;
        }

        static WriteBatch Batch(AgencyId agency, int first, int count)
        {
            var batch = new WriteBatch(agency);
            for (var i = 0; i < count; i++)
            {
                batch.Put(KitKinds.Every, Kit.Id(first + i), ExpectedVersion.Missing, new Sample { Number = i }.Fields, Kit.Body);
            }

            return batch;
        }
    }

    /// <summary>Large commits, small ones and loads at once: readers of each agency and of all tail the feed and see every change once.</summary>
    public virtual async Task Scenario_LargeAndSmallCommitsAreNotSkippedAsync()
    {
        await using var store = await OpenAsync();
        AgencyId?[] scopes = [null, Kit.Teda, Kit.Hangu];
        var seen = scopes.Select(_ => new List<ChangeEntry>()).ToArray();
        var positions = new FeedPosition[scopes.Length];
        await Kit.BesideAsync(
            () => Kit.TogetherAsync(7, async client =>
            {
                for (var round = 0; round < 8; round++)
                {
                    var first = (client * 10_000) + (round * 200);
                    if (client == 6)
                    {
                        await store.Bulk.LoadAsync(Kit.StreamAsync(Given(first + 1, 30)), BulkMode.InsertOnly, Account, CancellationToken.None);
                        continue;
                    }

                    var batch = new WriteBatch(client % 2 == 0 ? Kit.Teda : Kit.Hangu);
                    for (var i = 0; i < (client < 2 ? 90 : 1); i++)
                    {
                        batch.Put(KitKinds.Other, Kit.Id(first + i), ExpectedVersion.Missing, Sample.OfOther(null), default);
                    }

                    await store.MustCommitAsync(batch);
                }

                return 0;
            }),
            async () =>
            {
                for (var i = 0; i < scopes.Length; i++)
                {
                    var page = await store.Changes.ReadChangesAsync(scopes[i], positions[i], 40, CancellationToken.None);
                    seen[i].AddRange(page.Entries);
                    positions[i] = page.Position;
                }
            });
        await store.SettleAsync();
        var all = await store.ReadChangesAsync();
        Expect.Equal((2 * 8 * 90) + (4 * 8) + (8 * 30), all.Count, "Changes of large and small commits and loads");
        for (var i = 0; i < scopes.Length; i++)
        {
            seen[i].AddRange(await store.ReadChangesAsync(scopes[i], positions[i]));
            Expect.Sequence(
                all.Where(change => scopes[i] is null || change.Agency == scopes[i]).Select(change => change.Position),
                seen[i].Where(change => change.Agency != Settling.Marker).Select(change => change.Position),
                "Changes seen by a reader that tailed the feed");
        }
    }

    /// <summary>A position nobody was given, or somebody else's, is only a place: it shows no foreign entry, skips none of one's own, and breaks nothing.</summary>
    public virtual async Task Scenario_ForgedPositionsLeakNothingAsync()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < 12; i++)
        {
            var agency = i % 3 == 0 ? Kit.Hangu : Kit.Teda;
            await store.MustCommitAsync(new WriteBatch(agency)
                .Put(KitKinds.Every, Kit.Id(i), ExpectedVersion.Missing, new Sample().Fields, Kit.Body).AddAudit(Kit.Audit(Kit.Text(i), agency)));
        }

        var all = await store.ReadChangesAsync();
        var trail = await store.ReadAuditAsync();
        for (var i = 0; i < all.Count; i++)
        {
            var theirs = await store.ReadChangesAsync(Kit.Hangu, all[i].Position, limit: 2);
            Expect.Sequence(all.Skip(i + 1).Where(change => change.Agency == Kit.Hangu).Select(change => change.Id), theirs.Select(change => change.Id), "Feed of one agency behind any position");
            var audited = await store.ReadAuditAsync(Kit.Hangu, trail[i].Position, limit: 2);
            Expect.Sequence(trail.Skip(i + 1).Where(stored => stored.Entry.Agency == Kit.Hangu).Select(stored => stored.Entry.Details), audited.Select(stored => stored.Entry.Details), "Trail of one agency behind any position");
        }

        foreach (var agency in new AgencyId?[] { null, Kit.Teda, Kit.Hangu })
        {
            foreach (var beyond in new[] { new FeedPosition(long.MaxValue, long.MaxValue), new FeedPosition(long.MaxValue, 0), all[^1].Position with { Sequence = long.MaxValue } })
            {
                Expect.Equal(0, (await store.Changes.ReadChangesAsync(agency, beyond, 10, CancellationToken.None)).Entries.Count, "Entries beyond the end of the feed");
            }

            Expect.Equal(0, (await store.Audit.ReadAuditAsync(agency, new FeedPosition(long.MaxValue, long.MaxValue), 10, CancellationToken.None)).Entries.Count, "Entries beyond the end of the trail");
        }

        Expect.Equal(0, (await store.ReadChangesAsync(AgencyId.Parse("ted"))).Count, "Feed of an agency whose name begins alike");
        Expect.Equal(0, (await store.ReadAuditAsync(AgencyId.Parse("ted"))).Count, "Trail of an agency whose name begins alike");
    }
}
