using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>Equal finds exactly the records with the value, for every indexed type, also after a change of the value.</summary>
    public virtual async Task Scenario_EqualFindsEveryTypeAsync()
    {
        await using var store = await OpenAsync();
        var sample = new Sample
        {
            Label = "张三", Code = "c1", Number = 5, Day = new LocalDate(2026, 2, 28), Moment = Kit.Morning, Blob = [0, 255], Blind = [9], State = "s",
        };
        await store.PutAsync(Kit.Id(1), sample);
        await store.PutAsync(Kit.Id(2), new Sample { Label = "张三丰", Code = "c2", Number = -5, Day = new LocalDate(2026, 3, 1), Moment = Kit.Morning.Plus(Duration.FromMilliseconds(1)), Blob = [0], Blind = [9, 0], State = "S" });
        await store.PutAsync(Kit.Id(3), new Sample());
        foreach (var index in KitKinds.Every.Indexes.Where(index => !KitKinds.Every.Fields[KitKinds.Every.PositionOf(index.Field)].Multiple))
        {
            var value = sample.Fields[KitKinds.Every.PositionOf(index.Field)];
            Expect.Sequence([Kit.Id(1)], await store.FindAsync(FieldFilter.Equal(index.Field, value)), $"Found by '{index.Field}'");
            Expect.Sequence([], await store.FindAsync(FieldFilter.Equal(index.Field, FieldValue.Null)), $"Found by null in '{index.Field}'");
        }

        await store.PutAsync(Kit.Id(1), new Sample { Label = "李四" });
        Expect.Sequence([], await store.FindAsync(FieldFilter.Equal("label", FieldValue.Text("张三"))), "Found by an earlier value");
        Expect.Sequence([Kit.Id(1)], await store.FindAsync(FieldFilter.Equal("label", FieldValue.Text("李四"))), "Found by the new value");
    }

    /// <summary>In finds the records that have one of up to 100 values, each record once.</summary>
    public virtual async Task Scenario_InFindsAnyOfTheValuesAsync()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < 12; i++)
        {
            await store.PutAsync(Kit.Id(i), new Sample { Number = i, Tags = [Kit.Text(i), Kit.Text(i + 1)] });
        }

        FieldValue[] hundred = [.. Enumerable.Range(8, 100).Select(i => FieldValue.Integer(i))];
        Expect.Sequence([Kit.Id(8), Kit.Id(9), Kit.Id(10), Kit.Id(11)], await store.FindAsync(FieldFilter.In("number", hundred)), "In with 100 values");
        Expect.Sequence(
            [Kit.Id(2), Kit.Id(3), Kit.Id(4)],
            await store.FindAsync(FieldFilter.In("tags", FieldValue.Text("3"), FieldValue.Text("4"), FieldValue.Text("4"))),
            "In over several values: each record once");
        Expect.Sequence([Kit.Id(1)], await store.FindAsync(FieldFilter.In("number", FieldValue.Null, FieldValue.Integer(1))), "In with null among the values");
    }

    /// <summary>A range takes its lower bound and leaves its upper one, for every ordered type; null is in no range.</summary>
    public virtual async Task Scenario_RangeIsHalfOpenAsync()
    {
        await using var store = await OpenAsync();
        string[] texts = ["", "A", "Z", "a", "中", "\U00020000"];
        for (var i = 0; i < 6; i++)
        {
            await store.PutAsync(Kit.Id(i), new Sample
            {
                Label = texts[i],
                Number = new[] { long.MinValue, -1, 0, 1, 2, long.MaxValue }[i],
                Day = new[] { new LocalDate(1, 1, 1), new LocalDate(999, 12, 31), new LocalDate(1969, 12, 31), new LocalDate(1970, 1, 1), new LocalDate(2026, 2, 28), new LocalDate(9999, 12, 31) }[i],
                Moment = Kit.Morning.Plus(Duration.FromMilliseconds(i)),
                Blob = new byte[][] { [], [0], [0, 0], [1], [128], [255, 255] }[i],
            });
        }

        await store.PutAsync(Kit.Id(9), new Sample());
        var records = (await store.QueryAsync()).ToDictionary(record => record.Key.Id);
        foreach (var field in s_orderedFields)
        {
            for (var from = -1; from < 6; from++)
            {
                for (var before = -1; before < 6; before++)
                {
                    var low = from < 0 ? FieldValue.Null : records[Kit.Id(from)][field];
                    var high = before < 0 ? FieldValue.Null : records[Kit.Id(before)][field];
                    var expected = Enumerable.Range(0, 6).Where(i => i >= from && (before < 0 || i < before)).Select(Kit.Id);
                    Expect.Sequence(expected, await store.FindAsync(FieldFilter.Range(field, low, high)), $"Range of '{field}' from {from} before {before}");
                }
            }
        }
    }

    /// <summary>A field with several values is found by each of them, and by none it no longer has.</summary>
    public virtual async Task Scenario_MembershipInSeveralValuesAsync()
    {
        await using var store = await OpenAsync();
        var day = new LocalDate(2026, 1, 31);
        await store.PutAsync(Kit.Id(1), new Sample { Tags = ["a", "b", "a"], Papers = ["p", "q"], Counts = [1, 2, 2], Days = [day, day.PlusDays(1)], Moments = [Kit.Morning], Prints = [[1], [2]] });
        await store.PutAsync(Kit.Id(2), new Sample { Tags = ["b"], Counts = [2], Days = [day], Moments = [Kit.Morning] });
        await store.PutAsync(Kit.Id(3), new Sample { Tags = ["ab"], Counts = [12] });
        await Found("tags", FieldValue.Text("a"), 1);
        await Found("tags", FieldValue.Text("b"), 1, 2);
        await Found("papers", FieldValue.Text("q"), 1);
        await Found("counts", FieldValue.Integer(2), 1, 2);
        await Found("days", FieldValue.Date(day.PlusDays(1)), 1);
        await Found("moments", FieldValue.Instant(Kit.Morning), 1, 2);
        await Found("prints", FieldValue.Bytes([2]), 1);
        await store.PutAsync(Kit.Id(1), new Sample { Tags = ["b", "c"] });
        await Found("tags", FieldValue.Text("a"));
        await Found("tags", FieldValue.Text("b"), 1, 2);
        await Found("papers", FieldValue.Text("q"));
        await store.DeleteAsync(Kit.Id(2));
        await Found("tags", FieldValue.Text("b"), 1);

        async Task Found(string field, FieldValue value, params int[] ids) =>
            Expect.Sequence(ids.Select(Kit.Id), await store.FindAsync(FieldFilter.Equal(field, value)), $"Found by one of several values of '{field}'");
    }

    /// <summary>Several conditions must all hold, also two on one field.</summary>
    public virtual async Task Scenario_AllConditionsHoldAsync()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < 20; i++)
        {
            await store.PutAsync(Kit.Id(i), new Sample { Number = i, State = i % 2 == 0 ? "even" : "odd", Tags = [Kit.Text(i % 3), "t" + Kit.Text(i % 5)] });
        }

        Expect.Sequence(
            [Kit.Id(10)],
            await store.FindAsync(
                FieldFilter.Equal("state", FieldValue.Text("even")),
                FieldFilter.Range("number", FieldValue.Integer(3), FieldValue.Integer(15)),
                FieldFilter.Equal("tags", FieldValue.Text("1")),
                FieldFilter.Equal("tags", FieldValue.Text("t0"))),
            "Four conditions");
        Expect.Sequence(
            [], await store.FindAsync(FieldFilter.Equal("state", FieldValue.Text("even")), FieldFilter.Equal("state", FieldValue.Text("odd"))), "Two conditions that exclude each other");
        Expect.Sequence(
            [Kit.Id(3)], await store.FindAsync(FieldFilter.Range("number", FieldValue.Integer(3), FieldValue.Null), FieldFilter.Range("number", FieldValue.Null, FieldValue.Integer(4))), "Two ranges of one field");
    }
}
