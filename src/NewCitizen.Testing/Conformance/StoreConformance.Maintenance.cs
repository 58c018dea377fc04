using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>A purge deletes up to its limit of records below the bound, with tombstones, change entries and one audit entry, until none is left.</summary>
    public virtual async Task Scenario_PurgeEndsRetentionAsync()
    {
        await using var store = await OpenAsync();
        var end = new LocalDate(2024, 1, 1);
        for (var i = 0; i < 10; i++)
        {
            await store.PutAsync(Kit.Id(i), new Sample { Day = i == 9 ? null : end.PlusDays(i - 7), Code = $"c{i}" });
        }

        await store.PutAsync(Kit.Id(0), new Sample { Day = end.PlusDays(-7) }, Kit.Hangu);
        var counts = new List<int>();
        var purged = new HashSet<Guid>();
        while (true)
        {
            var ids = await store.Maintenance.PurgeAsync(
                new PurgeRequest(Kit.Teda, KitKinds.Every, "day", FieldValue.Date(end), 3), count => Kit.Audit(Kit.Text(count)), CancellationToken.None);
            if (ids.Count == 0)
            {
                break;
            }

            counts.Add(ids.Count);
            Expect.That(counts.Count < 10 && ids.All(purged.Add), "A purge answers each record once and comes to an end.");
        }

        await store.SettleAsync();
        Expect.Sequence([3, 3, 1], counts, "Records of each purge");
        Expect.Sequence([Kit.Id(7), Kit.Id(8), Kit.Id(9)], Ids(await store.QueryAsync()), "Records that stay: the bound, above it, and without a value");
        Expect.That(await store.GetAsync(Kit.Id(0), Kit.Hangu) is not null, "A purge stays in its agency.");
        Expect.Sequence(["3", "3", "1"], (await store.ReadAuditAsync()).Select(stored => stored.Entry.Details), "Audit entries of the purges");
        var deleted = (await store.ReadChangesAsync()).Where(change => change.Type == ChangeType.Deleted).ToList();
        Expect.Equal(7, deleted.Count, "Change entries of the purges");
        Expect.That(deleted.TrueForAll(change => change.Version == 2), "A purge is a write and raises the version.");
        Expect.Equal(3L, await store.PutAsync(Kit.Id(1), new Sample { Code = "c0" }), "Version after a purge, with a unique value it set free");
    }

    /// <summary>A purge refuses a field without an ordered index, a bound that is null, and limits outside 1 to 1,000.</summary>
    public virtual async Task Scenario_PurgeChecksItsRequestAsync()
    {
        await using var store = await OpenAsync();
        await store.PutAsync(Kit.Id(1), new Sample { Day = new LocalDate(2020, 1, 1), State = "s" });
        PurgeRequest[] wrong =
        [
            new(Kit.Teda, KitKinds.Every, "state", FieldValue.Text("z"), 10),
            new(Kit.Teda, KitKinds.Every, "day", FieldValue.Null, 10),
            new(Kit.Teda, KitKinds.Every, "day", FieldValue.Date(new LocalDate(2026, 1, 1)), 0),
            new(Kit.Teda, KitKinds.Every, "day", FieldValue.Date(new LocalDate(2026, 1, 1)), 1001),
        ];
        foreach (var request in wrong)
        {
            await Expect.ThrowsAsync<ArgumentException>(async () => await store.Maintenance.PurgeAsync(request, _ => Kit.Audit("x"), CancellationToken.None), "Malformed purge");
        }

        Expect.Equal(1, (await store.QueryAsync()).Count, "Records after malformed purges");
    }

    /// <summary>Forgotten request keys may be used again; younger ones stay.</summary>
    public virtual async Task Scenario_RequestKeysAreForgottenByAgeAsync()
    {
        await using var store = await OpenAsync();
        await store.MustCommitAsync(Batch("a"));
        await store.MustCommitAsync(Batch("b"));
        Expect.Equal(0L, await store.Maintenance.ForgetRequestKeysAsync(Instant.FromUnixTimeSeconds(0), CancellationToken.None), "Keys older than the epoch");
        Expect.Status(CommitStatus.Replayed, await store.CommitAsync(Batch("a")), "Key that was kept");
        Expect.Equal(2L, await store.Maintenance.ForgetRequestKeysAsync(Instant.FromUtc(9999, 1, 1, 0, 0), CancellationToken.None), "Keys older than the far future");
        Expect.Status(CommitStatus.Committed, await store.CommitAsync(Batch("a")), "Key that was forgotten");

        static WriteBatch Batch(string key) => new WriteBatch(Kit.Teda, Kit.Request(key, key)).AddAudit(Kit.Audit(key));
    }

    /// <summary>The check counts living records and finds nothing wrong in a store that was used.</summary>
    public virtual async Task Scenario_CheckFindsAUsedStoreSoundAsync()
    {
        await using var store = await OpenAsync();
        Expect.Equal(0L, (await store.Maintenance.CheckAsync(CancellationToken.None)).Records, "Records of a fresh store");
        await FillAsync(store);
        await store.PutAsync(Kit.Id(9000), new Sample { Code = "x", Papers = ["1", "2"], Tags = ["a"] });
        await store.PutAsync(Kit.Id(9000), new Sample { Code = "y", Papers = ["2", "3"], Tags = ["b"] });
        await store.PutAsync(Kit.Id(9001), new Sample { Code = "x" }, Kit.Hangu);
        await store.PutAsync(Kit.Id(9002), new Sample { Papers = ["1"] });
        await store.DeleteAsync(Kit.Id(9002));
        var check = await store.Maintenance.CheckAsync(CancellationToken.None);
        Expect.Sequence([], check.Problems, "Problems of a store that was used");
        Expect.Equal(32L, check.Records, "Living records");
    }
}
