using NewCitizen.Errors;
using NewCitizen.Storage;
using NewCitizen.Testing.Migrations;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>A store of every release opens, is migrated by many callers at once, holds its data unchanged, and goes on.</summary>
    public virtual async Task Scenario_EveryReleaseMigratesAsync()
    {
        var released = await RequireReleasedAsync();
        foreach (var version in released.Versions)
        {
            await using var store = await released.OpenAsync(version, KitKinds.All);
            store.Acknowledged.Patience = Fixture.FeedPatience;
            var before = await store.Schema.InspectAsync(CancellationToken.None);
            Expect.Sequence([], before.Differences, $"Differences of a store of release {version} that no script mends");
            if (!before.IsCurrent)
            {
                await Expect.CodeAsync(
                    StorageErrors.SchemaDiffers, async () => await store.Schema.PrepareAsync(SchemaMode.Validate, CancellationToken.None), $"Validation of a store of release {version}");
            }

            var reports = await Kit.TogetherAsync(4, async _ => await store.Schema.PrepareAsync(SchemaMode.Create, CancellationToken.None));
            Expect.That(reports.All(report => report.IsCurrent), $"A store of release {version} is current after it was migrated.");
            Expect.Sequence(before.Applied, reports[0].Applied.Take(before.Applied.Count), "Scripts that ran in the old release stay in their places");
            await ReleasedData.RequireAsync(store, $"release {version}");
            await ReleasedData.RequireWritableAsync(store);
            Expect.That((await store.Schema.PrepareAsync(SchemaMode.Validate, CancellationToken.None)).IsCurrent, "A migrated store validates.");
        }
    }

    /// <summary>The scripts of a release never change: today's list still holds each with its name and text. A change is a new script with the next number.</summary>
    public virtual async Task Scenario_ReleasedScriptsNeverChangeAsync()
    {
        var released = await RequireReleasedAsync();
        await using var store = await Fixture.CreateAsync(KitKinds.All);
        var today = store.Schema.Scripts.ToDictionary(script => script.Name, script => released.Normalise(store, script.Text), StringComparer.Ordinal);
        foreach (var version in released.Versions)
        {
            foreach (var script in released.ScriptsOf(version))
            {
                Expect.That(today.ContainsKey(script.Name), $"Script {script.Name} of release {version} is still there.");
                Expect.That(
                    today[script.Name] == script.Text,
                    $"Script {script.Name} has the text of release {version}. A released script never changes: stores that ran it would differ from new ones. Add a script with the next number instead.");
            }
        }
    }

    /// <summary>What today's release writes is what its frozen store holds, so that the next release is tested against the truth.</summary>
    public virtual async Task Scenario_ReleasedDataIsWhatIsWrittenAsync()
    {
        await RequireReleasedAsync();
        await using var store = await OpenAsync();
        await ReleasedData.WriteAsync(store);
        await ReleasedData.RequireAsync(store, "written today");
        await ReleasedData.RequireWritableAsync(store);
    }

    private async Task<IReleasedSchemas> RequireReleasedAsync()
    {
        if (Fixture.Released is not { } released)
        {
            // What keeps nothing has nothing to migrate.
            await (await OpenDurableAsync()).DisposeAsync();
            throw new NotTestedException("needs IStoreFixture.Released: stores as earlier releases left them");
        }

        Expect.That(released.Versions.Count > 0, "At least one release is frozen; today's is the first.");
        return released;
    }
}
