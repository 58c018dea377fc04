using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Migrations;

namespace CustomStore.Tests;

/// <summary>Makes the store that a release is remembered by.</summary>
public sealed class FreezeTests(LogStoreFixture fixture) : IClassFixture<LogStoreFixture>
{
    /// <summary>Run by hand once a release: <c>FREEZE_LOG=samples/CustomStore.Tests/Released/0002.log dotnet test --filter Freeze</c>.</summary>
    [SkippableFact]
    public async Task Freeze_ThisRelease_WritesItsFile()
    {
        var target = Environment.GetEnvironmentVariable("FREEZE_LOG");
        Skip.If(string.IsNullOrEmpty(target), "Set FREEZE_LOG to a new file to freeze the format of a release.");
        await using var store = await fixture.CreateAsync(KitKinds.All);
        await store.Schema.PrepareAsync(NewCitizen.Storage.SchemaMode.Create, CancellationToken.None);
        await ReleasedData.WriteAsync(store);
        var path = ((LogStore)store.Records).Path;
        await fixture.CloseAsync(store);
        File.Copy(path, target!, overwrite: false);
    }
}
