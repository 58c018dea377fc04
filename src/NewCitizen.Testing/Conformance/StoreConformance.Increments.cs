using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>64 clients take seats of a capacity C: exactly C succeed, the others get LimitReached, and the numbers are 1 to C.</summary>
    public virtual async Task Scenario_CapacityIsNeverExceededAsync()
    {
        const int Capacity = 23;
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample());
        var results = await Kit.TogetherAsync(64, _ => store.CommitAsync(new WriteBatch(Kit.Teda)
            .Increment(KitKinds.Every, Kit.Id(1), "seats", 1, maximum: Capacity)));
        Expect.Equal(Capacity, results.Count(result => result.Status == CommitStatus.Committed), "Clients that got a seat");
        Expect.Equal(64 - Capacity, results.Count(result => result.Status == CommitStatus.LimitReached), "Clients that were told it is full");
        var numbers = results.Where(result => result.IsDurable).Select(result => result.Values[0]).Order();
        Expect.Sequence(Enumerable.Range(1, Capacity).Select(number => (long)number), numbers, "Numbers given out");
        var record = (await store.GetAsync(Kit.Id(1)))!;
        Expect.Equal((long)Capacity, record["seats"].AsInteger(), "Seats taken in the end");
        Expect.Equal(Capacity + 1L, record.Version, "Version: each increment is a write");
    }

    /// <summary>Increment and a put that rewrites the record, at once: neither undoes the other.</summary>
    public virtual async Task Scenario_IncrementsAndPutsDoNotUndoEachOtherAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Seats = 0, Number = 0 });
        await Kit.TogetherAsync(8, async client =>
        {
            for (var done = 0; done < 8;)
            {
                if (client % 2 == 0)
                {
                    await store.MustCommitAsync(new WriteBatch(Kit.Teda).Increment(KitKinds.Every, Kit.Id(1), "seats", 1));
                    done++;
                }
                else
                {
                    var read = (await store.GetAsync(Kit.Id(1)))!;
                    var sample = new Sample { Seats = read["seats"].AsInteger(), Number = read["number"].AsInteger() + 1 };
                    var batch = new WriteBatch(Kit.Teda).Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Exactly(read.Version), sample.Fields, Kit.Body);
                    done += (await store.CommitAsync(batch)).IsDurable ? 1 : 0;
                }
            }

            return 0;
        });
        var record = (await store.GetAsync(Kit.Id(1)))!;
        Expect.Equal(32L, record["seats"].AsInteger(), "Increments kept");
        Expect.Equal(32L, record["number"].AsInteger(), "Puts kept");
    }

    /// <summary>Null counts as 0; decrements work; both bounds hold on the result, and a refusal changes nothing.</summary>
    public virtual async Task Scenario_IncrementKeepsItsBoundsAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Label = "same" });
        await Step(-1, 0, 10, null);
        await Step(3, 0, 10, 3);
        await Step(8, 0, 10, null);
        await Step(7, 0, 10, 10);
        await Step(-10, 0, 10, 0);
        await Step(-1, 0, 10, null);
        await Step(-5, -5, 10, -5);
        await Step(0, -5, 10, -5);
        await Step(1, 0, 10, null);
        var record = (await store.GetAsync(Kit.Id(1)))!;
        Expect.Record(record, 6, new Sample { Label = "same", Seats = -5 }.Fields, Kit.Body.Span, "Record after the increments");

        async Task Step(long delta, long minimum, long maximum, long? after)
        {
            var result = await store.CommitAsync(new WriteBatch(Kit.Teda).Increment(KitKinds.Every, Kit.Id(1), "seats", delta, minimum, maximum));
            Expect.Status(after is null ? CommitStatus.LimitReached : CommitStatus.Committed, result, $"Increment by {delta} within {minimum} to {maximum}");
            Expect.Equal(after ?? -1, after is null ? -1 : result.Values[0], "Value after an increment");
            Expect.Equal(after is null ? 0 : -1, result.FailedOperation, "Failed operation of an increment");
        }
    }

    /// <summary>An increment that would pass the range of 64 bits is LimitReached, not a wrap-around.</summary>
    public virtual async Task Scenario_IncrementDoesNotOverflowAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Seats = long.MaxValue - 1 });
        await store.PutAsync(Kit.Id(2), new Sample { Seats = long.MinValue + 1 });
        await Step(1, 5, CommitStatus.LimitReached);
        await Step(1, long.MaxValue, CommitStatus.LimitReached);
        await Step(1, 1, CommitStatus.Committed);
        await Step(2, -5, CommitStatus.LimitReached);
        await Step(2, -1, CommitStatus.Committed);
        Expect.Equal(long.MaxValue, (await store.GetAsync(Kit.Id(1)))!["seats"].AsInteger(), "Highest value");
        Expect.Equal(long.MinValue, (await store.GetAsync(Kit.Id(2)))!["seats"].AsInteger(), "Lowest value");

        async Task Step(int id, long delta, CommitStatus status) => Expect.Status(
            status,
            await store.CommitAsync(new WriteBatch(Kit.Teda).Increment(KitKinds.Every, Kit.Id(id), "seats", delta, long.MinValue, long.MaxValue)),
            "Increment at the end of the range");
    }

    /// <summary>An increment of a record that is missing or deleted is a conflict.</summary>
    public virtual async Task Scenario_IncrementNeedsALivingRecordAsync()
    {
        await using var store = await OpenAsync();
        await Missing();
        await store.PutAsync(Kit.Id(1), new Sample { Seats = 1 });
        await store.DeleteAsync(Kit.Id(1));
        await Missing();

        async Task Missing()
        {
            var result = await store.CommitAsync(new WriteBatch(Kit.Teda).Increment(KitKinds.Every, Kit.Id(1), "seats", 1));
            Expect.Status(CommitStatus.Conflict, result, "Increment of a missing record");
            Expect.That(result.ActualVersion is null, "No version is found where no record is.");
        }
    }

    /// <summary>An increment moves the record in the index of the field.</summary>
    public virtual async Task Scenario_IncrementMovesIndexEntriesAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Number = 1 });
        await store.PutAsync(Kit.Id(2), new Sample { Number = 5 });
        await store.MustCommitAsync(new WriteBatch(Kit.Teda).Increment(KitKinds.Every, Kit.Id(1), "number", 9));
        Expect.Sequence([Kit.Id(2), Kit.Id(1)], (await store.QueryAsync(orderBy: "number")).Select(record => record.Key.Id), "Order after an increment");
        Expect.Sequence([Kit.Id(1)], await store.FindAsync(FieldFilter.Equal("number", FieldValue.Integer(10))), "Found by the new value");
        Expect.Sequence([], await store.FindAsync(FieldFilter.Equal("number", FieldValue.Integer(1))), "Found by the old value");
    }
}
