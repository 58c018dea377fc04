using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>The same key with the same digest gets the earlier answer, and nothing is written again, also after later changes.</summary>
    public virtual async Task Scenario_RetryGetsTheEarlierAnswerAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Seats = 4 });
        var first = await store.MustCommitAsync(Batch());
        for (var retry = 0; retry < 3; retry++)
        {
            var again = await store.CommitAsync(Batch());
            Expect.Status(CommitStatus.Replayed, again, "Retry with the same key and digest");
            Expect.Sequence(first.Versions, again.Versions, "Versions of a retry");
            Expect.Sequence(first.Values, again.Values, "Values of a retry");
            Expect.Equal(first.Position, again.Position, "Position of a retry");
            await store.MustCommitAsync(new WriteBatch(Kit.Teda).Increment(KitKinds.Every, Kit.Id(1), "seats", 100));
            if (retry == 1)
            {
                await store.DeleteAsync(Kit.Id(2));
            }
        }

        Expect.Equal(305L, (await store.GetAsync(Kit.Id(1)))!["seats"].AsInteger(), "Seats after one request sent four times and three others");
        Expect.That(await store.GetAsync(Kit.Id(2)) is null, "A retry does not bring back what was deleted since.");
        Expect.Equal(1, (await store.ReadAuditAsync()).Count, "Audit entries of one request sent four times");

        static WriteBatch Batch() => new WriteBatch(Kit.Teda, Kit.Request("seat-1", "take a seat"))
            .Increment(KitKinds.Every, Kit.Id(1), "seats", 1, maximum: 5)
            .Put(KitKinds.Every, Kit.Id(2), ExpectedVersion.Missing, new Sample().Fields, Kit.Body)
            .AddAudit(Kit.Audit("seat"));
    }

    /// <summary>The same key with another digest is refused and writes nothing.</summary>
    public virtual async Task Scenario_ReusedKeyIsRefusedAsync()
    {
        await using var store = await OpenAsync();
        await store.MustCommitAsync(Batch("one", 1));
        Expect.Status(CommitStatus.KeyReused, await store.CommitAsync(Batch("two", 2)), "Key with another digest");
        Expect.That(await store.GetAsync(Kit.Id(2)) is null, "A reused key writes nothing.");
        Expect.Status(CommitStatus.Replayed, await store.CommitAsync(Batch("one", 1)), "Key with its own digest");

        static WriteBatch Batch(string content, int id) =>
            new WriteBatch(Kit.Teda, Kit.Request("key", content)).Put(KitKinds.Every, Kit.Id(id), ExpectedVersion.Missing, new Sample().Fields, Kit.Body);
    }

    /// <summary>Keys are the agency's own, and differ in case.</summary>
    public virtual async Task Scenario_KeysBelongToTheirAgencyAsync()
    {
        await using var store = await OpenAsync();
        foreach (var (agency, key) in new[] { (Kit.Teda, "key"), (Kit.Hangu, "key"), (Kit.Teda, "KEY"), (Kit.Teda, "key~"), (Kit.Teda, new string('k', RequestKey.MaxLength)) })
        {
            var batch = new WriteBatch(agency, Kit.Request(key, agency.Value + key)).AddAudit(Kit.Audit("x", agency));
            Expect.Status(CommitStatus.Committed, await store.CommitAsync(batch), "First use of a key in an agency");
        }

        Expect.Equal(5, (await store.ReadAuditAsync()).Count, "Audit entries of five requests");
    }

    /// <summary>Many clients send the same request at once: exactly one commits, the others get its answer.</summary>
    public virtual async Task Scenario_ConcurrentRetriesCommitOnceAsync()
    {
        await using var store = await OpenAsync();
        for (var round = 1; round <= 5; round++)
        {
            await store.PutAsync(Kit.Id(round), new Sample());
            var results = await Kit.TogetherAsync(16, _ => store.CommitAsync(
                new WriteBatch(Kit.Teda, Kit.Request($"key-{round}", "same")).Increment(KitKinds.Every, Kit.Id(round), "seats", 1)));
            Expect.Equal(1, results.Count(result => result.Status == CommitStatus.Committed), "Commits of one request");
            Expect.Equal(15, results.Count(result => result.Status == CommitStatus.Replayed), "Replays of one request");
            Expect.That(results.All(result => result.Values is [1] && result.Versions is [2]), "All copies of one request get one answer.");
            Expect.Equal(1L, (await store.GetAsync(Kit.Id(round)))!["seats"].AsInteger(), "Seats taken by one request");
        }
    }

    /// <summary>A refused request does not use up its key: it may succeed later.</summary>
    public virtual async Task Scenario_RefusedRequestMayTryAgainAsync()
    {
        await using var store = await OpenAsync();
        Expect.Status(CommitStatus.Conflict, await store.CommitAsync(Batch()), "Request that cannot succeed yet");
        await store.PutAsync(Kit.Id(1), new Sample());
        Expect.Status(CommitStatus.Committed, await store.CommitAsync(Batch()), "The same request when it can");
        Expect.Status(CommitStatus.Replayed, await store.CommitAsync(Batch()), "The same request once more");

        static WriteBatch Batch() => new WriteBatch(Kit.Teda, Kit.Request("later", "later")).Increment(KitKinds.Every, Kit.Id(1), "seats", 1);
    }
}
