using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>The first write gets version 1, each further write one more, and a read sees what was written.</summary>
    public virtual async Task Scenario_VersionsRiseByOneAsync()
    {
        await using var store = await OpenAsync();
        for (var version = 1; version <= 4; version++)
        {
            var sample = new Sample { Label = Kit.Text(version) };
            Expect.Equal(version, await store.PutAsync(Kit.Id(1), sample), "Version a put answers");
            Expect.Record(await store.GetAsync(Kit.Id(1)), version, sample.Fields, Kit.Body.Span, "Read after write");
        }
    }

    /// <summary>Missing, Exists and Exactly are checked; a refusal names the operation and the version found and writes nothing.</summary>
    public virtual async Task Scenario_PreconditionsAreCheckedAsync()
    {
        await using var store = await OpenAsync();
        var sample = new Sample { Label = "a" };
        await Refused(ExpectedVersion.Exists, null);
        await Refused(ExpectedVersion.Exactly(1), null);
        await store.MustCommitAsync(Put(ExpectedVersion.Missing), "put of a missing record");
        await Refused(ExpectedVersion.Missing, 1);
        await Refused(ExpectedVersion.Exactly(2), 1);
        await store.MustCommitAsync(Put(ExpectedVersion.Exactly(1)), "put with the version found");
        await Refused(ExpectedVersion.Exactly(1), 2);
        await store.MustCommitAsync(Put(ExpectedVersion.Exists), "put of a living record");
        await store.MustCommitAsync(Put(ExpectedVersion.Any), "put of whatever is there");
        Expect.Equal(4L, (await store.GetAsync(Kit.Id(1)))!.Version, "Version after the puts");
        await store.DeleteAsync(Kit.Id(1));
        await Refused(ExpectedVersion.Exists, null);
        await Refused(ExpectedVersion.Exactly(5), null);
        await store.MustCommitAsync(Put(ExpectedVersion.Missing), "put over a tombstone");

        WriteBatch Put(ExpectedVersion expected) => new WriteBatch(Kit.Teda).Put(KitKinds.Every, Kit.Id(1), expected, sample.Fields, Kit.Body);

        async Task Refused(ExpectedVersion expected, long? found)
        {
            var result = await store.CommitAsync(Put(expected));
            Expect.Status(CommitStatus.Conflict, result, $"Put that expects {expected}");
            Expect.Equal(0, result.FailedOperation, "Failed operation");
            Expect.Equal(found, result.ActualVersion, $"Version found by a put that expects {expected}");
        }
    }

    /// <summary>A check refuses the batch unless the record is as expected, writes nothing, and answers the version found.</summary>
    public virtual async Task Scenario_ChecksGuardABatchAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample());
        var good = await store.MustCommitAsync(new WriteBatch(Kit.Teda)
            .Check(KitKinds.Every, Kit.Id(1), ExpectedVersion.Exactly(1))
            .Check(KitKinds.Every, Kit.Id(9), ExpectedVersion.Missing)
            .Put(KitKinds.Every, Kit.Id(2), ExpectedVersion.Missing, new Sample().Fields, Kit.Body));
        Expect.Sequence([1L, 0L, 1L], good.Versions, "Versions of checks and put");
        Expect.Equal(1L, (await store.GetAsync(Kit.Id(1)))!.Version, "Version of a record that was only checked");

        var bad = await store.CommitAsync(new WriteBatch(Kit.Teda)
            .Put(KitKinds.Every, Kit.Id(3), ExpectedVersion.Missing, new Sample().Fields, Kit.Body)
            .Check(KitKinds.Every, Kit.Id(1), ExpectedVersion.Exactly(2)));
        Expect.Status(CommitStatus.Conflict, bad, "Failing check");
        Expect.Equal(1, bad.FailedOperation, "Failed operation");
        Expect.Equal(1L, bad.ActualVersion, "Version the check found");
        Expect.That(await store.GetAsync(Kit.Id(3)) is null, "A failing check undoes the puts before it.");
    }

    /// <summary>Of many clients that create the same record at once exactly one succeeds.</summary>
    public virtual async Task Scenario_ConcurrentFirstWriteHasOneWinnerAsync()
    {
        await using var store = await OpenAsync();
        for (var round = 0; round < 8; round++)
        {
            var id = Kit.Id(round);
            var results = await Kit.TogetherAsync(16, client => store.CommitAsync(new WriteBatch(Kit.Teda)
                .Put(KitKinds.Every, id, ExpectedVersion.Missing, new Sample { Seats = client }.Fields, Kit.Body)));
            Expect.Equal(1, results.Count(result => result.Status == CommitStatus.Committed), "Winners of a concurrent first write");
            Expect.Equal(15, results.Count(result => result.Status == CommitStatus.Conflict), "Losers of a concurrent first write");
            var winner = Array.FindIndex(results, result => result.Status == CommitStatus.Committed);
            Expect.Equal(1L, (await store.GetAsync(id))!.Version, "Version after a concurrent first write");
            Expect.Equal(winner, (await store.GetAsync(id))!["seats"].AsInteger(), "Value after a concurrent first write: the winner's");
        }

        Expect.Equal(8, (await store.QueryAsync()).Count, "Records after concurrent first writes");
    }

    /// <summary>A delete is a write: the record is gone, the tombstone has the next version, and a record brought back goes on from it.</summary>
    public virtual async Task Scenario_TombstonesKeepTheVersionAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Label = "a" });
        await store.PutAsync(Kit.Id(1), new Sample { Label = "b" });
        var deleted = await store.MustCommitAsync(new WriteBatch(Kit.Teda).Delete(KitKinds.Every, Kit.Id(1), ExpectedVersion.Exactly(2)));
        Expect.Sequence([3L], deleted.Versions, "Version a delete answers");
        Expect.That(await store.GetAsync(Kit.Id(1)) is null, "A deleted record is gone.");
        Expect.Equal(0, (await store.QueryAsync()).Count, "Records found after the delete");
        Expect.Equal(4L, await store.PutAsync(Kit.Id(1), new Sample { Label = "c" }), "Version of a record that was brought back");
        Expect.Record(await store.GetAsync(Kit.Id(1)), 4, new Sample { Label = "c" }.Fields, Kit.Body.Span, "Record brought back");
    }

    /// <summary>A delete needs a living record unless Any is expected; then deleting nothing succeeds and writes nothing.</summary>
    public virtual async Task Scenario_DeletingNothingWritesNothingAsync()
    {
        await using var store = await OpenAsync();
        var refused = await store.CommitAsync(new WriteBatch(Kit.Teda).Delete(KitKinds.Every, Kit.Id(1), ExpectedVersion.Exists));
        Expect.Status(CommitStatus.Conflict, refused, "Delete of a missing record");
        var nothing = await store.MustCommitAsync(new WriteBatch(Kit.Teda).Delete(KitKinds.Every, Kit.Id(1), ExpectedVersion.Any));
        Expect.Sequence([0L], nothing.Versions, "Version after deleting what was never there");
        Expect.Equal(FeedPosition.Start, nothing.Position, "Position of a commit that appended nothing to the feed");
        await store.PutAsync(Kit.Id(1), new Sample());
        await store.DeleteAsync(Kit.Id(1));
        var again = await store.MustCommitAsync(new WriteBatch(Kit.Teda).Delete(KitKinds.Every, Kit.Id(1), ExpectedVersion.Any));
        Expect.Sequence([2L], again.Versions, "Version after deleting a tombstone");
        Expect.Equal(2, (await store.ReadChangesAsync()).Count, "Change entries: one put, one delete");
        Expect.Equal(3L, await store.PutAsync(Kit.Id(1), new Sample()), "Version after the tombstone");
    }

    /// <summary>Once a commit is acknowledged every read sees it, from any thread.</summary>
    public virtual async Task Scenario_ReadsSeeEveryAcknowledgedCommitAsync()
    {
        await using var store = await OpenAsync();
        await Kit.TogetherAsync(4, async client =>
        {
            for (var round = 1; round <= 20; round++)
            {
                await store.PutAsync(Kit.Id(client), new Sample { Number = round, State = Kit.Text(client) });
                var read = await Task.Run(() => store.GetAsync(Kit.Id(client)));
                Expect.Equal((long)round, read?.Version ?? 0, "Version read after an acknowledged commit");
                var many = await store.Records.GetManyAsync([new RecordKey(Kit.Teda, KitKinds.Every, Kit.Id(client))], CancellationToken.None);
                Expect.Equal((long)round, many[0]?.Version ?? 0, "Version read in bulk after an acknowledged commit");
                var found = await store.QueryAsync([FieldFilter.Equal("state", FieldValue.Text(Kit.Text(client)))]);
                Expect.Sequence([(long)round], found.Select(record => record.Version), "Version queried after an acknowledged commit");
            }

            return 0;
        });
    }

    /// <summary>GetMany answers one place a key, in order, null for what is missing or deleted, and sees one moment.</summary>
    public virtual async Task Scenario_GetManySeesOneMomentAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Seats = 0 });
        await store.PutAsync(Kit.Id(2), new Sample { Seats = 0 });
        await store.PutAsync(Kit.Id(3), new Sample());
        await store.DeleteAsync(Kit.Id(3));
        RecordKey[] keys = [.. new[] { 2, 9, 1, 3, 1 }.Select(number => new RecordKey(Kit.Teda, KitKinds.Every, Kit.Id(number)))];
        var answer = await store.Records.GetManyAsync(keys, CancellationToken.None);
        Expect.Sequence([Kit.Id(2), default, Kit.Id(1), default, Kit.Id(1)], answer.Select(record => record?.Key.Id ?? default), "Places of GetMany");
        Expect.Equal(0, (await store.Records.GetManyAsync([], CancellationToken.None)).Count, "GetMany of no keys");

        await Kit.BesideAsync(
            async () =>
            {
                for (var round = 1; round <= 60; round++)
                {
                    var sample = new Sample { Seats = round };
                    await store.MustCommitAsync(new WriteBatch(Kit.Teda)
                        .Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Exists, sample.Fields, Kit.Body)
                        .Put(KitKinds.Every, Kit.Id(2), ExpectedVersion.Exists, sample.Fields, Kit.Body));
                }
            },
            async () =>
            {
                var both = await store.Records.GetManyAsync([keys[0], keys[2]], CancellationToken.None);
                Expect.Equal(both[0]!["seats"], both[1]!["seats"], "Two records that every commit sets alike, read at one moment");
            });
    }

    /// <summary>Read, change, write with the version read: no update is ever lost, and each version has one writer.</summary>
    public virtual async Task Scenario_NoUpdateIsLostAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Tags = [] });
        var histories = await Kit.TogetherAsync(8, async client =>
        {
            var written = new List<(string Token, long Version)>();
            for (var round = 0; written.Count < 6; round++)
            {
                var read = (await store.GetAsync(Kit.Id(1)))!;
                var token = $"{client}-{round}";
                var sample = new Sample { Tags = [.. read["tags"].AsMany().Select(value => value.AsText()), token] };
                await Task.Yield();
                var result = await store.CommitAsync(new WriteBatch(Kit.Teda)
                    .Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Exactly(read.Version), sample.Fields, Kit.Body));
                if (result.Status == CommitStatus.Committed)
                {
                    Expect.Equal(read.Version + 1, result.Versions[0], "Version after a write on the version read");
                    written.Add((token, result.Versions[0]));
                }
                else
                {
                    Expect.Status(CommitStatus.Conflict, result, "Write on an older version");
                    Expect.That(result.ActualVersion > read.Version, "A conflict tells the newer version found.");
                }
            }

            return written;
        });
        var all = histories.SelectMany(history => history).ToList();
        var last = (await store.GetAsync(Kit.Id(1)))!;
        Expect.Equal(all.Count + 1L, last.Version, "Last version: one a committed write");
        Expect.Sequence(Enumerable.Range(2, all.Count).Select(version => (long)version), all.Select(write => write.Version).Order(), "Versions of the writers");
        Expect.Sequence(
            all.Select(write => write.Token).Order(StringComparer.Ordinal),
            last["tags"].AsMany().Select(value => value.AsText()).Order(StringComparer.Ordinal),
            "Updates kept");
    }

    /// <summary>The same id in two kinds is two records.</summary>
    public virtual async Task Scenario_KindsAreApartAsync()
    {
        await using var store = await OpenAsync();
        await store.MustCommitAsync(new WriteBatch(Kit.Teda)
            .Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Missing, new Sample { Code = "same" }.Fields, Kit.Body)
            .Put(KitKinds.Other, Kit.Id(1), ExpectedVersion.Missing, Sample.OfOther("same", 5), "{}"u8.ToArray()));
        await store.DeleteAsync(Kit.Id(1));
        Expect.Record(await store.GetAsync(Kit.Id(1), kind: KitKinds.Other), 1, Sample.OfOther("same", 5), "{}"u8, "Record of the other kind");
        Expect.Equal(0, (await store.QueryAsync()).Count, "Records of the first kind");
        Expect.Equal(1, (await store.QueryAsync(kind: KitKinds.Other)).Count, "Records of the other kind");
    }

    /// <summary>What is deleted or purged is seen nowhere: by no read, index, order, check or increment, and its unique values are free; only its version is left.</summary>
    public virtual async Task Scenario_TombstonesAreSeenNowhereAsync()
    {
        await using var store = await OpenAsync();
        foreach (var purged in new[] { false, true })
        {
            var id = Kit.Id(purged ? 2 : 1);
            var sample = new Sample
            {
                Label = "x", Code = "x", Number = 1, Seats = 1, Day = new LocalDate(2020, 1, 1), Moment = Kit.Morning, Blob = [1], Blind = [1], State = "x", Tags = ["x"], Papers = ["x"], Counts = [1],
                Days = [new LocalDate(2020, 1, 1)], Moments = [Kit.Morning], Prints = [[1]],
            };
            await store.PutAsync(id, sample);
            if (purged)
            {
                var ids = await store.Maintenance.PurgeAsync(
                    new PurgeRequest(Kit.Teda, KitKinds.Every, "day", FieldValue.Date(new LocalDate(2026, 1, 1)), 10), count => Kit.Audit(Kit.Text(count)), CancellationToken.None);
                Expect.Sequence([id], ids, "Records purged: the living one, not the tombstone of the other");
            }
            else
            {
                await store.DeleteAsync(id);
            }

            Expect.That(await store.GetAsync(id) is null, "A deleted record is not read.");
            Expect.That((await store.Records.GetManyAsync([new RecordKey(Kit.Teda, KitKinds.Every, id)], CancellationToken.None))[0] is null, "A deleted record is not read in bulk.");
            foreach (var index in KitKinds.Every.Indexes)
            {
                var value = sample.Fields[KitKinds.Every.PositionOf(index.Field)].AsMany()[0];
                Expect.Sequence([], await store.FindAsync(FieldFilter.Equal(index.Field, value)), $"Deleted records found by '{index.Field}'");
                if (index.Type == IndexType.Ordered)
                {
                    Expect.Equal(0, (await store.QueryAsync([FieldFilter.Range(index.Field, FieldValue.Null, FieldValue.Null)], index.Field)).Count, $"Deleted records in the order of '{index.Field}'");
                }
            }

            Expect.Status(CommitStatus.Conflict, await store.CommitAsync(new WriteBatch(Kit.Teda).Increment(KitKinds.Every, id, "seats", 1)), "Increment of a deleted record");
            Expect.Status(CommitStatus.Conflict, await store.CommitAsync(new WriteBatch(Kit.Teda).Check(KitKinds.Every, id, ExpectedVersion.Exactly(2))), "Check of a tombstone's version");
            Expect.Status(CommitStatus.Conflict, await store.CommitAsync(new WriteBatch(Kit.Teda).Put(KitKinds.Every, id, ExpectedVersion.Exactly(2), sample.Fields, Kit.Body)), "Put on a tombstone's version");
            await store.MustCommitAsync(new WriteBatch(Kit.Teda).Check(KitKinds.Every, id, ExpectedVersion.Missing), "a check that a deleted record is missing");
            Expect.Equal(0L, (await store.Maintenance.CheckAsync(CancellationToken.None)).Records, "Living records");
            Expect.Equal(1L, await store.PutAsync(Kit.Id(purged ? 20 : 10), sample), "Version of a new record with the values of a deleted one");
            await store.DeleteAsync(Kit.Id(purged ? 20 : 10));
        }

        Expect.Equal(3L, await store.PutAsync(Kit.Id(1), new Sample()), "Version of a record brought back after a delete");
        Expect.Equal(3L, await store.PutAsync(Kit.Id(2), new Sample()), "Version of a record brought back after a purge");
    }
}
