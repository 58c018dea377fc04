using System.Diagnostics;
using NewCitizen.Agencies;
using NewCitizen.Errors;
using NewCitizen.Storage;

namespace NewCitizen.Testing.Conformance;

/// <summary>
/// Waits until feed and trail show what was committed. A store may hold entries back while an older transaction is open, also one
/// that has nothing to do with the scenario; so the kit never reads once right after a commit.
/// </summary>
internal static class Settling
{
    /// <summary>Whose marks the kit leaves out of what it reads.</summary>
    public static readonly AgencyId Marker = AgencyId.Parse("kit-marker");

    /// <summary>Commits a mark behind everything that happened so far, for writes that answer no position: loads, purges, cancelled and refused commits.</summary>
    public static async Task SettleAsync(this StoreUnderTest store)
    {
        await store.MustCommitAsync(
            new WriteBatch(Marker).Emit(new DomainEvent("kit.mark", new RecordKey(Marker, KitKinds.Other, Kit.Id(1)), default)), "a mark behind other writes").ConfigureAwait(false);
        store.Acknowledged.NoteAudit();
    }

    /// <summary>Waits for the feed of one agency, or of all. Each is asked for by itself: not every store has one feed of all.</summary>
    public static async Task WaitForFeedAsync(StoreUnderTest store, AgencyId? agency)
    {
        foreach (var (owner, target) in store.Acknowledged.Awaited(agency))
        {
            var before = target.Sequence > 0 ? target with { Sequence = target.Sequence - 1 } : new FeedPosition(target.Epoch - 1, long.MaxValue);
            await WaitAsync(store, "The feed shows a commit that was acknowledged", async () =>
            {
                try
                {
                    return (await store.Changes.ReadChangesAsync(owner, before, 1, CancellationToken.None).ConfigureAwait(false)).Entries.Count > 0;
                }
                catch (NewCitizenException trimmed) when (trimmed.Code == StorageErrors.FeedTrimmed)
                {
                    return true;
                }
            }).ConfigureAwait(false);
            store.Acknowledged.FeedReached(owner, target);
        }
    }

    public static async Task WaitForAuditAsync(StoreUnderTest store)
    {
        if (store.Acknowledged.AuditAwaited is not { } writes)
        {
            return;
        }

        // The positions of the trail are not those of the feed, and a commit answers none of them.
        var name = "mark-" + Kit.Text(writes);
        await store.Records.CommitAsync(new WriteBatch(Marker).AddAudit(Kit.Audit(name, Marker)), CancellationToken.None).ConfigureAwait(false);
        var position = FeedPosition.Start;
        await WaitAsync(store, "The trail shows an entry that was acknowledged", async () =>
        {
            while (true)
            {
                var page = await store.Audit.ReadAuditAsync(Marker, position, 1000, CancellationToken.None).ConfigureAwait(false);
                if (page.Entries.Any(stored => stored.Entry.Details == name))
                {
                    return true;
                }

                if (page.Entries.Count == 0)
                {
                    return false;
                }

                position = page.Position;
            }
        }).ConfigureAwait(false);
        store.Acknowledged.AuditSettledUpTo(writes);
    }

    /// <summary>Asks again and again until it is so, at most as long as the fixture says.</summary>
    public static async Task WaitAsync(StoreUnderTest store, string promise, Func<Task<bool>> isSo)
    {
        var started = Stopwatch.GetTimestamp();
        for (var wait = 1; !await isSo().ConfigureAwait(false); wait = Math.Min(wait * 2, 100))
        {
            Expect.That(Stopwatch.GetElapsedTime(started) < store.Acknowledged.Patience, $"{promise} within {store.Acknowledged.Patience.TotalSeconds:0} seconds.");
            await Task.Delay(wait).ConfigureAwait(false);
        }
    }
}
