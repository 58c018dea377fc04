using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>Audit entries commit with their batch, come back in order, word for word, with the hash that AuditHash computes.</summary>
    public virtual async Task Scenario_AuditIsKeptWithItsHashAsync()
    {
        await using var store = await OpenAsync();
        AuditEntry[] entries =
        [
            Kit.Audit("first", subject: Kit.Id(1)),
            Kit.Audit("second") with { SubjectKind = null, Purpose = null, Details = null },
            Kit.Audit("") with { Purpose = "", Actor = "职员\0\U00020000", At = Kit.Morning.Plus(Duration.FromTicks(12_345)) },
        ];
        await store.MustCommitAsync(new WriteBatch(Kit.Teda).AddAudit(entries[0]).AddAudit(entries[1]));
        await store.MustCommitAsync(new WriteBatch(Kit.Teda)
            .Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Missing, new Sample().Fields, Kit.Body).AddAudit(entries[2]));
        var trail = await store.ReadAuditAsync(limit: 2);
        var cut = entries.Select(entry => entry with { At = Instant.FromUnixTimeMilliseconds(entry.At.ToUnixTimeMilliseconds()) }).ToList();
        Expect.Sequence(cut, trail.Select(stored => stored.Entry), "Audit entries");
        foreach (var stored in trail)
        {
            Expect.That(stored.Hash.Span.SequenceEqual(AuditHash.Compute(stored.Entry)), "The hash of an audit entry is the one AuditHash computes.");
        }
    }

    /// <summary>A refused or replayed batch leaves no audit entry.</summary>
    public virtual async Task Scenario_RefusedBatchLeavesNoAuditAsync()
    {
        await using var store = await OpenAsync();
        await store.CommitAsync(new WriteBatch(Kit.Teda).AddAudit(Kit.Audit("refused")).Check(KitKinds.Every, Kit.Id(1), ExpectedVersion.Exists));
        await store.SettleAsync();
        Expect.Equal(0, (await store.ReadAuditAsync()).Count, "Audit entries of a refused batch");
        for (var i = 0; i < 3; i++)
        {
            await store.CommitAsync(new WriteBatch(Kit.Teda, Kit.Request("once", "once")).AddAudit(Kit.Audit("once")));
        }

        Expect.Equal(1, (await store.ReadAuditAsync()).Count, "Audit entries of a batch sent three times");
    }

    /// <summary>A batch that deletes keeps its audit entries, and the trail outlives the records.</summary>
    public virtual async Task Scenario_AuditOutlivesItsRecordAsync()
    {
        await using var store = await OpenAsync();
        await store.MustCommitAsync(new WriteBatch(Kit.Teda)
            .Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Missing, new Sample().Fields, Kit.Body).AddAudit(Kit.Audit("put", subject: Kit.Id(1))));
        await store.MustCommitAsync(new WriteBatch(Kit.Teda)
            .Delete(KitKinds.Every, Kit.Id(1), ExpectedVersion.Exists).AddAudit(Kit.Audit("delete", subject: Kit.Id(1))));
        Expect.Sequence(["put", "delete"], (await store.ReadAuditAsync()).Select(stored => stored.Entry.Details), "Audit entries of a deleted record");
    }

    /// <summary>A reader that tails the trail while 16 clients write sees every entry once, in the order of the commits of each client.</summary>
    public virtual async Task Scenario_TailingAuditorSkipsNothingAsync()
    {
        await using var store = await OpenAsync();
        var seen = new List<StoredAuditEntry>();
        var position = FeedPosition.Start;
        await Kit.BesideAsync(
            () => Kit.TogetherAsync(16, async client =>
            {
                for (var round = 0; round < 10; round++)
                {
                    await store.MustCommitAsync(new WriteBatch(Kit.Teda).AddAudit(Kit.Audit($"{client}:{round}a")).AddAudit(Kit.Audit($"{client}:{round}b")));
                }

                return 0;
            }),
            async () =>
            {
                var page = await store.Audit.ReadAuditAsync(null, position, 5, CancellationToken.None);
                seen.AddRange(page.Entries);
                position = page.Position;
            });
        seen.AddRange(await store.ReadAuditAsync(after: position));
        Expect.Equal(320, seen.Count, "Audit entries seen by a reader that tailed the trail");
        for (var client = 0; client < 16; client++)
        {
            var own = seen.Select(stored => stored.Entry.Details!).Where(details => details.StartsWith($"{client}:", StringComparison.Ordinal));
            Expect.Sequence(Enumerable.Range(0, 10).SelectMany(round => new[] { $"{client}:{round}a", $"{client}:{round}b" }), own, "Audit entries of one client");
        }
    }

    /// <summary>The trail of one agency holds its entries only, and all of them.</summary>
    public virtual async Task Scenario_AuditOfOneAgencyAsync()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < 12; i++)
        {
            var agency = i % 4 == 1 ? Kit.Hangu : Kit.Teda;
            await store.MustCommitAsync(new WriteBatch(agency).AddAudit(Kit.Audit(Kit.Text(i), agency)));
        }

        Expect.Sequence(["1", "5", "9"], (await store.ReadAuditAsync(Kit.Hangu, limit: 2)).Select(stored => stored.Entry.Details), "Trail of one agency");
        Expect.Equal(12, (await store.ReadAuditAsync(limit: 5)).Count, "Trail of all agencies");
    }
}
