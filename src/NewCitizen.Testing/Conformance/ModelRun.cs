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
        for (var i = 0; i < steps.Count; i++)
        {
            try
            {
                await (steps[i].IsQuery ? CompareQueryAsync(steps[i], store, oracle) : CompareBatchAsync(steps[i], store, oracle)).ConfigureAwait(false);
            }
            catch (ConformanceException difference)
            {
                return (difference.Problem, i);
            }
        }

        try
        {
            await CompareFeedsAsync(store, oracle).ConfigureAwait(false);
            return (null, -1);
        }
        catch (ConformanceException difference)
        {
            return (difference.Problem, steps.Count - 1);
        }
    }

    private static async Task CompareBatchAsync(ModelStep step, StoreUnderTest store, StoreUnderTest oracle)
    {
        // A batch is used once; the step makes a second one before the reference moves on.
        var batch = await step.BatchAsync(oracle).ConfigureAwait(false);
        var wanted = await oracle.CommitAsync(await step.BatchAsync(oracle).ConfigureAwait(false)).ConfigureAwait(false);
        var found = await store.CommitAsync(batch).ConfigureAwait(false);
        Expect.Equal(wanted.Status, found.Status, $"Status of {step}");
        Expect.Equal(wanted.FailedOperation, found.FailedOperation, $"Failed operation of {step}");
        Expect.Equal(wanted.ActualVersion, found.ActualVersion, $"Version found by {step}");
        Expect.Sequence(wanted.Versions, found.Versions, $"Versions of {step}");
        Expect.Sequence(wanted.Values, found.Values, $"Values of {step}");
        foreach (var key in batch.Operations.Select(operation => operation.Key).Distinct())
        {
            Same(
                await oracle.GetAsync(key.Id, key.Agency, key.Kind).ConfigureAwait(false),
                await store.GetAsync(key.Id, key.Agency, key.Kind).ConfigureAwait(false),
                step);
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
            Same(wanted[i], found[i], step);
        }
    }

    private static async Task CompareFeedsAsync(StoreUnderTest store, StoreUnderTest oracle)
    {
        foreach (var agency in new[] { Kit.Teda, Kit.Hangu })
        {
            var wanted = await oracle.ReadChangesAsync(agency).ConfigureAwait(false);
            var found = await store.ReadChangesAsync(agency, limit: 17).ConfigureAwait(false);
            Expect.Sequence(wanted.Select(change => (change.Type, change.Kind, change.Id, change.Version)), found.Select(change => (change.Type, change.Kind, change.Id, change.Version)), "Change feed after all steps");
            var trail = await oracle.ReadAuditAsync(agency).ConfigureAwait(false);
            Expect.Sequence(trail.Select(stored => stored.Entry), (await store.ReadAuditAsync(agency, limit: 3).ConfigureAwait(false)).Select(stored => stored.Entry), "Audit trail after all steps");
        }
    }

    private static void Same(StoredRecord? wanted, StoredRecord? found, ModelStep step)
    {
        if (wanted is null)
        {
            Expect.That(found is null, $"A record is there after {step} that should not be.");
            return;
        }

        Expect.Record(found, wanted.Version, wanted.Fields, wanted.Body.Span, $"Record after {step}");
    }

    private sealed class StillClock : IClock
    {
        public Instant GetCurrentInstant() => Kit.Morning;
    }
}
