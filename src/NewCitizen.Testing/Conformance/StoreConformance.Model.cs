namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>Random batches, queries, loads and purges get the same answers as from the in-memory reference, with seeds that never change.</summary>
    public virtual async Task Scenario_RandomStepsMatchTheReferenceAsync()
    {
        for (var seed = 1UL; seed <= 4; seed++)
        {
            var numbers = new SeededNumbers(seed);
            var steps = Enumerable.Range(0, 150).Select(number => new ModelStep(numbers.Next(), number)).ToList();
            await new ModelRun(OpenAsync).RequireSameAsync([.. steps.Where(step => step.Call != ModelCall.Trim)]);
        }
    }

    /// <summary>Random steps with the feed trimmed in between get the same answers as from the in-memory reference.</summary>
    public virtual async Task Scenario_RandomStepsAndTrimsMatchTheReferenceAsync()
    {
        var numbers = new SeededNumbers(77);
        await new ModelRun(OpenAsync).RequireSameAsync([.. Enumerable.Range(0, 200).Select(number => new ModelStep(numbers.Next(), number))]);
    }

    /// <summary>Random steps from two clients at once leave a store that checks clean, whose feed tells the versions of its records.</summary>
    public virtual async Task Scenario_RandomStepsAtOnceLeaveASoundStoreAsync()
    {
        await using var store = await OpenAsync();
        await Kit.TogetherAsync(4, async client =>
        {
            var numbers = new SeededNumbers((ulong)client + 100);
            for (var number = 0; number < 40; number++)
            {
                await store.CommitAsync(await new ModelStep(numbers.Next(), number).BatchAsync(store));
            }

            return 0;
        });
        var check = await store.Maintenance.CheckAsync(CancellationToken.None);
        Expect.Sequence([], check.Problems, "Problems after random steps at once");
        foreach (var agency in new[] { Kit.Teda, Kit.Hangu })
        {
            var feed = await store.ReadChangesAsync(agency);
            foreach (var record in feed.Where(change => change.Version > 0).GroupBy(change => (change.Kind, change.Id)))
            {
                Expect.Sequence(Enumerable.Range(1, record.Count()).Select(version => (long)version), record.Select(change => change.Version), "Versions of one record in the feed");
                var last = record.Last();
                var kind = KitKinds.All.Single(kind => kind.Name == last.Kind);
                var living = await store.GetAsync(last.Id, agency, kind);
                Expect.Equal(last.Type == Storage.ChangeType.Deleted ? 0L : last.Version, living?.Version ?? 0, "Version of a record as its feed tells");
            }
        }
    }
}
