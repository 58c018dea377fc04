using NewCitizen.Audit;
using NewCitizen.Storage;
using NewCitizen.Testing.InMemory;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

/// <summary>Runs the same steps on a store and on the in-memory reference and compares every answer.</summary>
internal sealed class ModelRun(Func<Task<StoreUnderTest>> open)
{
    private const int MaxShrinkRuns = 40;

    /// <summary>Runs the steps; on a difference looks for fewer steps that still differ and tells them.</summary>
    public async Task RequireSameAsync(IReadOnlyList<ModelStep> steps)
    {
        var (difference, at) = await FindDifferenceAsync(steps).ConfigureAwait(false);
        if (difference is null)
        {
            return;
        }

        var kept = steps.Take(at + 1).ToList();
        var runs = 0;
        for (var size = kept.Count / 2; size >= 1 && runs < MaxShrinkRuns; size /= 2)
        {
            for (var first = 0; first + size < kept.Count && runs < MaxShrinkRuns; runs++)
            {
                List<ModelStep> fewer = [.. kept[..first], .. kept[(first + size)..]];
                var (again, last) = await FindDifferenceAsync(fewer).ConfigureAwait(false);
                if (again is null)
                {
                    first += size;
                }
                else
                {
                    kept = fewer[..Math.Min(last + 1, fewer.Count)];
                    difference = again;
                }
            }
        }

        throw new ConformanceException(string.Empty, $"The store differs from the reference: {difference} Steps: {string.Join(", ", kept)}.");
    }

    private async Task<(string? Difference, int At)> FindDifferenceAsync(IReadOnlyList<ModelStep> steps)
    {
        await using var store = await open().ConfigureAwait(false);
        var oracle = StoreUnderTest.From(new InMemoryRecordStore(new StillClock()));
        var marks = new Marks();
        for (var i = 0; i < steps.Count; i++)
        {
            try
            {
                await CompareAsync(steps[i], store, oracle, marks).ConfigureAwait(false);
            }
            catch (ConformanceException difference)
            {
                return (difference.Problem, i);
            }
        }

        try
        {
            await CompareFeedsAsync(store, oracle, marks).ConfigureAwait(false);
            return (null, -1);
        }
        catch (ConformanceException difference)
        {
            return (difference.Problem, steps.Count - 1);
        }
    }

    private static async Task CompareAsync(ModelStep step, StoreUnderTest store, StoreUnderTest oracle, Marks marks)
    {
        switch (step.Call)
        {
            case ModelCall.Query:
                await CompareQueryAsync(step, store, oracle).ConfigureAwait(false);
                break;

            case ModelCall.Load:
                await CompareLoadAsync(step, store, oracle).ConfigureAwait(false);
                break;

            case ModelCall.Purge:
                marks.Purged = true;
                var request = step.Purge();
                var wanted = await oracle.Maintenance.PurgeAsync(request, Count, CancellationToken.None).ConfigureAwait(false);
                var found = await store.Maintenance.PurgeAsync(request, Count, CancellationToken.None).ConfigureAwait(false);
                Expect.Sequence(wanted.Order(), found.Order(), $"Records purged by {step}");
                break;

                // In the trail of the agency it is about: a store may keep each agency elsewhere.
                AuditEntry Count(int count) => Kit.Audit(Kit.Text(count), request.Agency);

            case ModelCall.Trim:
                // Positions differ from store to store; the end is the end everywhere.
                await CompareFeedsAsync(store, oracle, marks).ConfigureAwait(false);
                marks.Oracle = await TrimAsync(oracle, marks.Oracle).ConfigureAwait(false);
                marks.Store = await TrimAsync(store, marks.Store).ConfigureAwait(false);
                break;

            case ModelCall.Forget:
                var end = Instant.FromUtc(9999, 1, 1, 0, 0);
                Expect.Equal(
                    await oracle.Maintenance.ForgetRequestKeysAsync(end, CancellationToken.None).ConfigureAwait(false),
                    await store.Maintenance.ForgetRequestKeysAsync(end, CancellationToken.None).ConfigureAwait(false),
                    $"Request keys forgotten by {step}");
                break;

            default:
                await CompareBatchAsync(step, store, oracle).ConfigureAwait(false);
                break;
        }
    }

    private static async Task CompareLoadAsync(ModelStep step, StoreUnderTest store, StoreUnderTest oracle)
    {
        var (mode, records) = step.Load();
        var wanted = await oracle.Bulk.LoadAsync(Kit.StreamAsync(records), mode, _ => null, CancellationToken.None).ConfigureAwait(false);
        var found = await store.Bulk.LoadAsync(Kit.StreamAsync(records), mode, _ => null, CancellationToken.None).ConfigureAwait(false);
        var what = $"{step} [{mode}: {string.Join("; ", records.Select(record => record.IsTombstone ? $"tombstone {record}" : record.ToString()))}]";
        Expect.Equal(wanted.Loaded, found.Loaded, $"Records loaded by {what}");
        Expect.Sequence(wanted.Refused.Select(Flat).Order(StringComparer.Ordinal), found.Refused.Select(Flat).Order(StringComparer.Ordinal), $"Records refused by {what}");
        foreach (var key in records.Select(record => record.Key).Distinct())
        {
            Same(
                await oracle.GetAsync(key.Id, key.Agency, key.Kind).ConfigureAwait(false),
                await store.GetAsync(key.Id, key.Agency, key.Kind).ConfigureAwait(false),
                what);
        }
    }

    private static string Flat(BulkRefusal refusal) => $"{refusal.Key} {refusal.Reason}";

    private static async Task<FeedPosition> TrimAsync(StoreUnderTest store, FeedPosition after)
    {
        var end = (await store.ReadChangesAsync(after: after).ConfigureAwait(false)) is [.., var last] ? last.Position : after;
        await store.Maintenance.TrimChangesAsync(end, CancellationToken.None).ConfigureAwait(false);
        return end;
    }

    private static string Tell(ModelStep step, WriteBatch batch) =>
        $"{step} [{batch.Agency}{(batch.RequestKey is { } key ? " key " + key : string.Empty)}: {string.Join("; ", batch.Operations.Select(operation => $"{operation.GetType().Name[..^"Operation".Length].ToLowerInvariant()} {operation.Key.Kind} {operation.Key.Id.ToString()[..8]} if {operation.Expected}"))}]";

    private static async Task CompareBatchAsync(ModelStep step, StoreUnderTest store, StoreUnderTest oracle)
    {
        // A batch is used once; the step makes a second one before the reference moves on.
        var batch = await step.BatchAsync(oracle).ConfigureAwait(false);
        var wanted = await oracle.CommitAsync(await step.BatchAsync(oracle).ConfigureAwait(false)).ConfigureAwait(false);
        var found = await store.CommitAsync(batch).ConfigureAwait(false);
        var what = Tell(step, batch);
        Expect.Equal(wanted.Status, found.Status, $"Status of {what}");
        Expect.Equal(wanted.FailedOperation, found.FailedOperation, $"Failed operation of {what}");
        Expect.Equal(wanted.ActualVersion, found.ActualVersion, $"Version found by {what}");
        Expect.Sequence(wanted.Versions, found.Versions, $"Versions of {what}");
        Expect.Sequence(wanted.Values, found.Values, $"Values of {what}");
        foreach (var key in batch.Operations.Select(operation => operation.Key).Distinct())
        {
            Same(
                await oracle.GetAsync(key.Id, key.Agency, key.Kind).ConfigureAwait(false),
                await store.GetAsync(key.Id, key.Agency, key.Kind).ConfigureAwait(false),
                what);
        }
    }

    private static async Task CompareQueryAsync(ModelStep step, StoreUnderTest store, StoreUnderTest oracle)
    {
        var query = step.Query();
        var wanted = await oracle.QueryAsync(query.Where, query.OrderBy, query.Descending, query.Limit, query.Agency).ConfigureAwait(false);
        var found = await store.QueryAsync(query.Where, query.OrderBy, query.Descending, query.Limit, query.Agency).ConfigureAwait(false);
        Expect.Sequence(wanted.Select(record => record.Key.Id), found.Select(record => record.Key.Id), $"Answer of {step}, {string.Join(" and ", query.Where)} by {query.OrderBy ?? "id"}");
        for (var i = 0; i < wanted.Count; i++)
        {
            Same(wanted[i], found[i], step.ToString());
        }
    }

    private static async Task CompareFeedsAsync(StoreUnderTest store, StoreUnderTest oracle, Marks marks)
    {
        await store.SettleAsync().ConfigureAwait(false);
        foreach (var agency in new[] { Kit.Teda, Kit.Hangu })
        {
            var wanted = (await oracle.ReadChangesAsync(agency, marks.Oracle).ConfigureAwait(false)).Select(Flat);
            var found = (await store.ReadChangesAsync(agency, marks.Store, limit: 17).ConfigureAwait(false)).Select(Flat);

            // A purge deletes in an order of its own; the changes of one record keep theirs.
            Expect.Sequence(marks.Purged ? ByRecord(wanted) : wanted, marks.Purged ? ByRecord(found) : found, "Change feed after all steps");
            var trail = await oracle.ReadAuditAsync(agency).ConfigureAwait(false);
            Expect.Sequence(trail.Select(stored => stored.Entry), (await store.ReadAuditAsync(agency, limit: 3).ConfigureAwait(false)).Select(stored => stored.Entry), "Audit trail after all steps");
        }

        static (ChangeType Type, string Kind, Guid Id, long Version) Flat(ChangeEntry change) => (change.Type, change.Kind, change.Id, change.Version);

        static IEnumerable<(ChangeType Type, string Kind, Guid Id, long Version)> ByRecord(IEnumerable<(ChangeType Type, string Kind, Guid Id, long Version)> changes) =>
            changes.OrderBy(change => change.Kind, StringComparer.Ordinal).ThenBy(change => change.Id);
    }

    private static void Same(StoredRecord? wanted, StoredRecord? found, string step)
    {
        if (wanted is null)
        {
            Expect.That(found is null, $"A record is there after {step} that should not be.");
            return;
        }

        Expect.Record(found, wanted.Version, wanted.Fields, wanted.Body.Span, $"Record after {step}");
    }

    /// <summary>How far the feeds were trimmed, and whether a purge has mixed their order.</summary>
    private sealed class Marks
    {
        public FeedPosition Oracle { get; set; }

        public FeedPosition Store { get; set; }

        public bool Purged { get; set; }
    }

    private sealed class StillClock : IClock
    {
        public Instant GetCurrentInstant() => Kit.Morning;
    }
}
