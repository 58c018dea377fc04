using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Migrations;

namespace NewCitizen.Testing.Tests.Broken;

/// <summary>A release that left its data in <paramref name="make"/>, to which a migration does <paramref name="migrate"/>.</summary>
internal sealed class BrokenReleases(Func<BrokenStore> make, Func<BrokenStore, Task> migrate, params SchemaScript[] scripts) : IReleasedSchemas
{
    public IReadOnlyList<string> Versions => ["0001"];

    public IReadOnlyList<SchemaScript> ScriptsOf(string version) => scripts;

    public async ValueTask<StoreUnderTest> OpenAsync(string version, IReadOnlyList<RecordKind> kinds)
    {
        var store = make();
        await ReleasedData.WriteAsync(StoreUnderTest.From(store));
        await migrate(store);
        return StoreUnderTest.From(store);
    }
}
