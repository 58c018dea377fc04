using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    private static readonly string[] s_orderedFields = ["label", "number", "day", "moment", "blob"];

    /// <summary>Paging by id, both ways and with every page size, gives each record once in big-endian order of the ids.</summary>
    public virtual async Task Scenario_PagesByIdAsync()
    {
        await using var store = await OpenAsync();
        int[] numbers = [1, 255, 256, 257, 65536, 0x01000000, 0x7FFFFFFF, -1, int.MinValue];
        foreach (var number in numbers.Reverse())
        {
            await store.PutAsync(Kit.Id(number), new Sample());
        }

        // -1 is FFFFFFFF and int.MinValue 80000000 in the first bytes: both behind all others.
        Guid[] expected = [.. new[] { 1, 255, 256, 257, 65536, 0x01000000, 0x7FFFFFFF, int.MinValue, -1 }.Select(Kit.Id)];
        foreach (var limit in new[] { 1, 2, 3, 8, 9, 10 })
        {
            Expect.Sequence(expected, Ids(await store.QueryAsync(limit: limit)), $"Ids in pages of {limit}");
            Expect.Sequence(expected.Reverse(), Ids(await store.QueryAsync(descending: true, limit: limit)), $"Ids downwards in pages of {limit}");
        }
    }

    /// <summary>Paging by each type of ordered field, both ways, with ties: each record once, by value and then by id; records without a value are left out.</summary>
    public virtual async Task Scenario_PagesByEachOrderedTypeAsync()
    {
        await using var store = await OpenAsync();
        await FillAsync(store);
        foreach (var field in s_orderedFields)
        {
            foreach (var descending in new[] { false, true })
            {
                var expected = Ordered(await store.QueryAsync(), field, descending);
                Expect.Equal(24, expected.Count, $"Records with a value in '{field}'");
                foreach (var limit in new[] { 1, 5, 7, 1000 })
                {
                    Expect.Sequence(expected, Ids(await store.QueryAsync(orderBy: field, descending: descending, limit: limit)), $"Order by '{field}' in pages of {limit}");
                }
            }
        }
    }

    /// <summary>Paging with conditions gives exactly the records that meet them, in order, in pages of every size.</summary>
    public virtual async Task Scenario_PagesWithFiltersAsync()
    {
        await using var store = await OpenAsync();
        await FillAsync(store);
        FieldFilter[] where = [FieldFilter.Equal("state", FieldValue.Text("even")), FieldFilter.Range("number", FieldValue.Integer(-2), FieldValue.Integer(3))];
        var all = (await store.QueryAsync())
            .Where(record => record["state"] == FieldValue.Text("even") && !record["number"].IsNull && record["number"].AsInteger() is >= -2 and < 3).ToList();
        Expect.That(all.Count > 4, "The kit's own data meet the condition.");
        foreach (var limit in new[] { 1, 3, 100 })
        {
            Expect.Sequence(Ordered(all, "day", false), Ids(await store.QueryAsync(where, "day", limit: limit)), "Filtered order by day");
            Expect.Sequence(Ordered(all, "label", true), Ids(await store.QueryAsync(where, "label", descending: true, limit: limit)), "Filtered order by label, downwards");
            Expect.Sequence(all.Select(record => record.Key.Id), Ids(await store.QueryAsync(where, limit: limit)), "Filtered order by id");
        }
    }

    /// <summary>While others insert, move and delete records, paging neither repeats nor leaves out a record that did not change.</summary>
    public virtual async Task Scenario_PagingIsStableUnderWritesAsync()
    {
        await using var store = await OpenAsync();
        foreach (var descending in new[] { false, true })
        {
            var offset = descending ? 10_000 : 0;
            for (var i = 0; i < 40; i++)
            {
                await store.PutAsync(Kit.Id(offset + (i * 10)), new Sample { Number = i / 2, State = descending ? "down" : "up" });
            }

            var next = 0;
            var state = descending ? "down" : "up";
            var seen = await store.QueryAsync([FieldFilter.Equal("state", FieldValue.Text(state))], "number", descending, limit: 4, betweenPages: async page =>
            {
                // Before and behind the reader, and the odd records go away or move.
                await store.PutAsync(Kit.Id(offset + 1 + (next++ * 10)), new Sample { Number = page % 3, State = state });
                await store.PutAsync(Kit.Id(offset + 5 + (next++ * 10)), new Sample { Number = 19 - (page % 3), State = state });
                if (page < 5)
                {
                    await store.DeleteAsync(Kit.Id(offset + 10 + (page * 40)));
                    await store.PutAsync(Kit.Id(offset + 30 + (page * 40)), new Sample { Number = page * 3, State = state });
                }
            });
            var still = Enumerable.Range(0, 20).Select(i => Kit.Id(offset + (i * 20))).ToHashSet();
            Expect.Sequence(still.Order(), Ids(seen).Where(still.Contains).Order(), "Records that did not change, each seen once");
        }

        await Kit.BesideAsync(
            () => Kit.TogetherAsync(4, async client =>
            {
                for (var round = 0; round < 30; round++)
                {
                    await store.PutAsync(Kit.Id(50_000 + (client * 1000) + round), new Sample { Number = round });
                }

                return 0;
            }),
            async () =>
            {
                var ids = Ids(await store.QueryAsync(orderBy: "number", limit: 7)).ToList();
                Expect.Equal(ids.Count, ids.Distinct().Count(), "Records seen twice while others write");
            });
    }

    /// <summary>The last page has no next one, also when it is full to the limit; an empty answer has none.</summary>
    public virtual async Task Scenario_LastPageHasNoNextAsync()
    {
        await using var store = await OpenAsync();
        var empty = await store.Records.QueryAsync(new RecordQuery(Kit.Teda, KitKinds.Every), CancellationToken.None);
        Expect.That(empty.Records.Count == 0 && empty.Next is null, "An empty store answers an empty last page.");
        for (var i = 0; i < 6; i++)
        {
            await store.PutAsync(Kit.Id(i), new Sample { Number = i });
        }

        var first = await store.Records.QueryAsync(new RecordQuery(Kit.Teda, KitKinds.Every, orderBy: "number", limit: 3), CancellationToken.None);
        Expect.Equal(new QueryCursor(FieldValue.Integer(2), Kit.Id(2)), first.Next ?? default, "Cursor after the first page");
        var second = await store.Records.QueryAsync(new RecordQuery(Kit.Teda, KitKinds.Every, orderBy: "number", limit: 3, after: first.Next), CancellationToken.None);
        Expect.Equal(3, second.Records.Count, "Records of the last page");
        Expect.That(second.Next is null, "A last page that is full has no next one.");
    }

    /// <summary>A cursor is a place, not a record: it works when its record is gone or never was.</summary>
    public virtual async Task Scenario_CursorOutlivesItsRecordAsync()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < 6; i++)
        {
            await store.PutAsync(Kit.Id(i), new Sample { Number = i });
        }

        await store.DeleteAsync(Kit.Id(2));
        var page = await store.Records.QueryAsync(
            new RecordQuery(Kit.Teda, KitKinds.Every, orderBy: "number", after: new QueryCursor(FieldValue.Integer(2), Kit.Id(2))), CancellationToken.None);
        Expect.Sequence([Kit.Id(3), Kit.Id(4), Kit.Id(5)], Ids(page.Records), "Page after a deleted record");
        var between = await store.Records.QueryAsync(
            new RecordQuery(Kit.Teda, KitKinds.Every, orderBy: "number", after: new QueryCursor(FieldValue.Integer(4), Kit.Id(-1))), CancellationToken.None);
        Expect.Sequence([Kit.Id(5)], Ids(between.Records), "Page after a place no record has");
    }

    private static IEnumerable<Guid> Ids(IEnumerable<StoredRecord> records) => records.Select(record => record.Key.Id);

    private static List<Guid> Ordered(IEnumerable<StoredRecord> records, string field, bool descending)
    {
        var up = records.Where(record => !record[field].IsNull)
            .OrderBy(record => record[field], FieldValueComparer.Instance).ThenBy(record => Convert.ToHexString(record.Key.Id.ToByteArray(bigEndian: true)), StringComparer.Ordinal);
        return [.. descending ? Ids(up).Reverse() : Ids(up)];
    }

    private static async Task FillAsync(StoreUnderTest store)
    {
        var batch = new WriteBatch(Kit.Teda);
        for (var i = 0; i < 30; i++)
        {
            var rank = i * 7 % 5;
            var sample = i % 5 == 4
                ? new Sample { State = "none" }
                : new Sample
                {
                    Label = "张李王欧\U00020000"[..(rank + (rank == 4 ? 2 : 0))] + (rank % 2 == 0 ? string.Empty : "a"),
                    Number = rank - 3,
                    Day = new LocalDate(2024, 2, 27).PlusDays(rank),
                    Moment = Kit.Morning.Plus(Duration.FromMilliseconds(rank - 2)),
                    Blob = [(byte)(rank * 60), .. new byte[rank % 3]],
                    State = i % 2 == 0 ? "even" : "odd",
                };
            batch.Put(KitKinds.Every, Kit.Id(i * 37 % 1000), ExpectedVersion.Missing, sample.Fields, Kit.Body);
        }

        await store.MustCommitAsync(batch);
    }
}
