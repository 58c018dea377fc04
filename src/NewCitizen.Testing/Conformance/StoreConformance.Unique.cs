using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>A unique value has one holder; the refusal names operation, field and holder.</summary>
    public virtual async Task Scenario_UniqueValueHasOneHolderAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Code = "A", Blind = [1, 2], Papers = ["p1", "p2"], Prints = [[7]] });
        await Refused(new Sample { Code = "A" }, "code");
        await Refused(new Sample { Blind = [1, 2] }, "blind");
        await Refused(new Sample { Papers = ["p3", "p2"] }, "papers");
        await Refused(new Sample { Prints = [[8], [7]] }, "prints");
        await store.PutAsync(Kit.Id(2), new Sample { Code = "a", Blind = [1, 2, 0], Papers = ["P1", "p"], Prints = [[7, 0]] });
        await store.PutAsync(Kit.Id(1), new Sample { Code = "A", Blind = [1, 2], Papers = ["p2", "p4"], Prints = [[7]] });

        async Task Refused(Sample sample, string field)
        {
            var result = await store.CommitAsync(new WriteBatch(Kit.Teda)
                .Check(KitKinds.Every, Kit.Id(1), ExpectedVersion.Exists)
                .Put(KitKinds.Every, Kit.Id(2), ExpectedVersion.Any, sample.Fields, Kit.Body));
            Expect.Status(CommitStatus.NotUnique, result, $"Put with a taken value of '{field}'");
            Expect.Equal(1, result.FailedOperation, "Failed operation");
            Expect.Equal(field, result.Field, "Field whose value is taken");
            Expect.Equal(Kit.Id(1), result.HolderId, "Holder of the value");
        }
    }

    /// <summary>Null and the empty set are no values: many records may have none.</summary>
    public virtual async Task Scenario_NullIsNotUniqueAsync()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < 4; i++)
        {
            await store.PutAsync(Kit.Id(i), i % 2 == 0 ? new Sample() : new Sample { Papers = [], Prints = [] });
        }

        Expect.Equal(4, (await store.QueryAsync()).Count, "Records without unique values");
    }

    /// <summary>The empty text and zero bytes are values like any other.</summary>
    public virtual async Task Scenario_EmptyTextIsUniqueAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Code = string.Empty, Blind = [] });
        var text = await store.CommitAsync(new WriteBatch(Kit.Teda).Put(KitKinds.Every, Kit.Id(2), ExpectedVersion.Any, new Sample { Code = string.Empty }.Fields, Kit.Body));
        Expect.Status(CommitStatus.NotUnique, text, "Second record with an empty unique text");
        var bytes = await store.CommitAsync(new WriteBatch(Kit.Teda).Put(KitKinds.Every, Kit.Id(2), ExpectedVersion.Any, new Sample { Blind = [] }.Fields, Kit.Body));
        Expect.Status(CommitStatus.NotUnique, bytes, "Second record with empty unique bytes");
    }

    /// <summary>A delete and a change of the value set it free.</summary>
    public virtual async Task Scenario_UniqueValueIsReleasedAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Code = "A", Papers = ["p", "q"] });
        await store.PutAsync(Kit.Id(1), new Sample { Code = "B", Papers = ["q"] });
        await store.PutAsync(Kit.Id(2), new Sample { Code = "A", Papers = ["p"] });
        await store.DeleteAsync(Kit.Id(1));
        await store.PutAsync(Kit.Id(3), new Sample { Code = "B", Papers = ["q"] });
        Expect.Sequence([Kit.Id(3)], await store.FindAsync(FieldFilter.Equal("code", FieldValue.Text("B"))), "Holder after a delete");
        Expect.Sequence([Kit.Id(2)], await store.FindAsync(FieldFilter.Equal("papers", FieldValue.Text("p"))), "Holder after a change");
    }

    /// <summary>Inside one batch: two operations cannot take one value, and a value can be handed over once it was given up.</summary>
    public virtual async Task Scenario_UniqueInsideABatchAsync()
    {
        await using var store = await OpenAsync();
        var twice = await store.CommitAsync(new WriteBatch(Kit.Teda)
            .Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Missing, new Sample { Code = "A" }.Fields, Kit.Body)
            .Put(KitKinds.Every, Kit.Id(2), ExpectedVersion.Missing, new Sample { Code = "A" }.Fields, Kit.Body));
        Expect.Status(CommitStatus.NotUnique, twice, "Two operations of a batch with one value");
        Expect.Equal(1, twice.FailedOperation, "Failed operation");
        Expect.Equal(Kit.Id(1), twice.HolderId, "Holder inside the batch");
        Expect.Equal(0, (await store.QueryAsync()).Count, "Records after the refusal");

        await store.PutAsync(Kit.Id(1), new Sample { Code = "A" });
        await store.MustCommitAsync(
            new WriteBatch(Kit.Teda)
                .Delete(KitKinds.Every, Kit.Id(1), ExpectedVersion.Exists)
                .Put(KitKinds.Every, Kit.Id(2), ExpectedVersion.Missing, new Sample { Code = "A" }.Fields, Kit.Body),
            "a batch that hands a value over");
        var early = await store.CommitAsync(new WriteBatch(Kit.Teda)
            .Put(KitKinds.Every, Kit.Id(3), ExpectedVersion.Missing, new Sample { Code = "A" }.Fields, Kit.Body)
            .Delete(KitKinds.Every, Kit.Id(2), ExpectedVersion.Exists));
        Expect.Status(CommitStatus.NotUnique, early, "Value taken before it is given up");
    }

    /// <summary>Of many clients that claim one value for different records at once exactly one succeeds.</summary>
    public virtual async Task Scenario_ConcurrentClaimsHaveOneWinnerAsync()
    {
        await using var store = await OpenAsync();
        for (var round = 0; round < 6; round++)
        {
            var first = round * 100;
            var results = await Kit.TogetherAsync(16, client => store.CommitAsync(new WriteBatch(Kit.Teda)
                .Put(KitKinds.Every, Kit.Id(first + client), ExpectedVersion.Missing, new Sample { Papers = [$"x{first}", $"y{first + client}"] }.Fields, Kit.Body)));
            Expect.Equal(1, results.Count(result => result.Status == CommitStatus.Committed), "Winners of a unique value");
            Expect.Equal(15, results.Count(result => result.Status == CommitStatus.NotUnique), "Losers of a unique value");
            Expect.Equal(1, (await store.FindAsync(FieldFilter.Equal("papers", FieldValue.Text($"x{first}")))).Length, "Holders of a unique value");
        }
    }
}
