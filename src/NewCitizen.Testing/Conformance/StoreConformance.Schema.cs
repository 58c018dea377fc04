using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    /// <summary>Preparing twice, and from many callers at once, is safe and keeps the data.</summary>
    public virtual async Task Scenario_PreparingTwiceIsSafeAsync()
    {
        await using var store = await Fixture.CreateAsync(KitKinds.All);
        await Kit.TogetherAsync(8, async _ => await store.Schema.PrepareAsync(SchemaMode.Create, CancellationToken.None));
        await store.PutAsync(Kit.Id(1), new Sample { Label = "kept" });
        var again = await store.Schema.PrepareAsync(SchemaMode.Create, CancellationToken.None);
        Expect.That(again.IsCurrent, "A prepared schema is current.");
        var validated = await store.Schema.PrepareAsync(SchemaMode.Validate, CancellationToken.None);
        Expect.That(validated.IsCurrent, "A prepared schema validates.");
        Expect.Equal("kept", (await store.GetAsync(Kit.Id(1)))?["label"].AsText() ?? "", "Record after preparing again");
    }

    /// <summary>Validate refuses a place without a schema as NC3005 and changes nothing; only a store that keeps nothing may do without one.</summary>
    public virtual async Task Scenario_ValidateRefusesAnEmptyPlaceAsync()
    {
        await using var store = await Fixture.CreateAsync(KitKinds.All);
        var before = await store.Schema.InspectAsync(CancellationToken.None);
        if (before.IsCurrent)
        {
            Expect.That(!store.Records.Capabilities.Durable, "A fresh place of a durable store has outstanding scripts or differences.");
            Expect.Equal(0, store.Schema.Scripts.Count, "Scripts of a store that needs no schema");
            throw new NotClaimedException();
        }

        for (var i = 0; i < 2; i++)
        {
            await Expect.CodeAsync(
                StorageErrors.SchemaDiffers, async () => await store.Schema.PrepareAsync(SchemaMode.Validate, CancellationToken.None), "Validate on an empty place");
        }

        Expect.Sequence(before.Outstanding, (await store.Schema.InspectAsync(CancellationToken.None)).Outstanding, "Outstanding scripts after a refused validation");
    }

    /// <summary>The report names the scripts: outstanding before, applied in order afterwards; their names are unique and their texts are there.</summary>
    public virtual async Task Scenario_SchemaReportNamesScriptsAsync()
    {
        await using var store = await Fixture.CreateAsync(KitKinds.All);
        var names = store.Schema.Scripts.Select(script => script.Name).ToList();
        Expect.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count(), "Different names of scripts");
        Expect.That(store.Schema.Scripts.All(script => script.Text.Length > 0), "Scripts have a text.");
        Expect.Sequence([], (await store.Schema.InspectAsync(CancellationToken.None)).Applied, "Scripts applied to a fresh place");
        var report = await store.Schema.PrepareAsync(SchemaMode.Create, CancellationToken.None);
        Expect.That(report.IsCurrent, "A schema is current after it was created.");
        Expect.Sequence(names, report.Applied, "Scripts applied");
        var inspected = await store.Schema.InspectAsync(CancellationToken.None);
        Expect.Sequence(report.Applied, inspected.Applied, "Scripts applied, inspected");
        Expect.That(inspected.IsCurrent, "Inspection agrees with preparation.");
    }
}
