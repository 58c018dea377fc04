using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>The same id and the same unique value in two agencies are two records that never meet.</summary>
    public virtual async Task Scenario_AgenciesAreApartAsync()
    {
        await using var store = await OpenAsync();
        var ours = new Sample { Label = "ours", Code = "same", Papers = ["paper"], Number = 1 };
        var theirs = new Sample { Label = "theirs", Code = "same", Papers = ["paper"], Number = 1 };
        await store.PutAsync(Kit.Id(1), ours);
        Expect.That(await store.GetAsync(Kit.Id(1), Kit.Hangu) is null, "A record is not there for another agency.");
        Expect.Equal(1L, await store.PutAsync(Kit.Id(1), theirs, Kit.Hangu), "First version in the other agency");
        Expect.Record(await store.GetAsync(Kit.Id(1)), 1, ours.Fields, Kit.Body.Span, "Our record");
        Expect.Record(await store.GetAsync(Kit.Id(1), Kit.Hangu), 1, theirs.Fields, Kit.Body.Span, "Their record");
        var both = await store.Records.GetManyAsync([new(Kit.Teda, KitKinds.Every, Kit.Id(1)), new(Kit.Hangu, KitKinds.Every, Kit.Id(1))], CancellationToken.None);
        Expect.Sequence(["ours", "theirs"], both.Select(record => record?["label"].AsText()), "Records of two agencies in one GetMany");
        foreach (var record in both)
        {
            Expect.Equal(record!["label"].AsText() == "ours" ? Kit.Teda : Kit.Hangu, record.Key.Agency, "Agency in the key of an answer");
        }

        await store.DeleteAsync(Kit.Id(1), Kit.Hangu);
        Expect.Record(await store.GetAsync(Kit.Id(1)), 1, ours.Fields, Kit.Body.Span, "Our record after theirs was deleted");
    }

    /// <summary>A query never answers a record of another agency, by any condition or order.</summary>
    public virtual async Task Scenario_QueriesStayInTheirAgencyAsync()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < 6; i++)
        {
            var sample = new Sample { Label = "x", Number = 1, State = "s", Tags = ["t"], Day = new LocalDate(2026, 1, 1) };
            await store.PutAsync(Kit.Id(i), sample, i % 2 == 0 ? Kit.Teda : Kit.Hangu);
        }

        FieldFilter[][] conditions =
        [
            [],
            [FieldFilter.Equal("state", FieldValue.Text("s"))],
            [FieldFilter.In("tags", FieldValue.Text("t"), FieldValue.Text("u"))],
            [FieldFilter.Range("number", FieldValue.Integer(0), FieldValue.Null)],
        ];
        foreach (var where in conditions)
        {
            foreach (var order in new[] { null, "label", "number", "day" })
            {
                var found = await store.QueryAsync(where, order, limit: 2, agency: Kit.Hangu);
                Expect.Sequence([Kit.Id(1), Kit.Id(3), Kit.Id(5)], Ids(found), "Records of one agency");
                Expect.That(found.TrueForAll(record => record.Key.Agency == Kit.Hangu), "Keys of an answer name the agency that asked.");
            }
        }

        Expect.Equal(0, (await store.QueryAsync(agency: AgencyId.Parse("ted"))).Count, "Records of an agency whose name begins alike");
    }

    /// <summary>A cursor from another agency or kind is only a place: it never lets a foreign record through.</summary>
    public virtual async Task Scenario_ForgedCursorsLeakNothingAsync()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < 10; i++)
        {
            await store.PutAsync(Kit.Id(i), new Sample { Number = i, State = "s" }, i % 2 == 0 ? Kit.Teda : Kit.Hangu);
            await store.MustCommitAsync(new WriteBatch(Kit.Teda).Put(KitKinds.Other, Kit.Id(i), ExpectedVersion.Any, Sample.OfOther(null, i), default));
        }

        var theirs = await store.Records.QueryAsync(new RecordQuery(Kit.Hangu, KitKinds.Every, orderBy: "number", limit: 2), CancellationToken.None);
        var page = await store.Records.QueryAsync(
            new RecordQuery(Kit.Teda, KitKinds.Every, [FieldFilter.Equal("state", FieldValue.Text("s"))], "number", after: theirs.Next), CancellationToken.None);
        Expect.Sequence([Kit.Id(4), Kit.Id(6), Kit.Id(8)], Ids(page.Records), "Our records behind their cursor");
        var kind = await store.Records.QueryAsync(new RecordQuery(Kit.Hangu, KitKinds.Other, orderBy: "number", after: theirs.Next), CancellationToken.None);
        Expect.Equal(0, kind.Records.Count, "Records of a kind the agency has none of");
        var down = await store.Records.QueryAsync(new RecordQuery(Kit.Teda, KitKinds.Every, orderBy: "number", descending: true, after: theirs.Next), CancellationToken.None);
        Expect.Sequence([Kit.Id(2), Kit.Id(0)], Ids(down.Records), "Our records downwards from their cursor");
    }

    /// <summary>An increment, a delete and a check in one agency neither see nor touch a record of another.</summary>
    public virtual async Task Scenario_WritesStayInTheirAgencyAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Seats = 1 });
        Expect.Status(CommitStatus.Conflict, await store.CommitAsync(new WriteBatch(Kit.Hangu).Increment(KitKinds.Every, Kit.Id(1), "seats", 1)), "Increment of a foreign record");
        Expect.Status(CommitStatus.Conflict, await store.CommitAsync(new WriteBatch(Kit.Hangu).Delete(KitKinds.Every, Kit.Id(1), ExpectedVersion.Exists)), "Delete of a foreign record");
        Expect.Status(CommitStatus.Committed, await store.CommitAsync(new WriteBatch(Kit.Hangu).Check(KitKinds.Every, Kit.Id(1), ExpectedVersion.Missing)), "Check of a foreign record");
        Expect.Record(await store.GetAsync(Kit.Id(1)), 1, new Sample { Seats = 1 }.Fields, Kit.Body.Span, "Our record");
    }
}
