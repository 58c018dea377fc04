using System.IO.Compression;
using System.Security.Cryptography;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Migrations;

namespace NewCitizen.Storage.Sqlite.Tests.Schema;

/// <summary>The folder of frozen stores itself.</summary>
public sealed class FrozenSchemaTests
{
    private const string Rule = "A released schema is frozen: its file is never changed. Put the change into a new numbered script, and freeze a new folder with the next release.";
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Schemas");

    [Fact]
    public void Files_OfEveryRelease_AreAsTheyWereFrozen()
    {
        var listed = File.ReadAllLines(Path.Combine(s_root, "frozen.sha256")).Select(line => line.Split("  ", 2)).ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);
        var files = Directory.GetFiles(s_root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(s_root, file).Replace('\\', '/')).Where(file => file != "frozen.sha256").ToList();
        Assert.Equal(listed.Keys.Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
        foreach (var (file, hash) in listed)
        {
            var found = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(s_root, file))));
            Assert.True(found == hash, $"{file}: {Rule}");
        }
    }

    [Fact]
    public async Task Scripts_ChangedByOneLetter_AreFoundByTheKit()
    {
        var result = await ConformanceCatalogue.Find("ReleasedScriptsNeverChange").RunAsync(new ChangedFixture());
        Assert.Equal(ScenarioOutcome.Failed, result.Outcome);
        Assert.Contains("A released script never changes", result.Note, StringComparison.Ordinal);
    }

    /// <summary>Run by hand once a release, with the folder to write to: <c>FREEZE_SCHEMA=tests/.../Schemas/0002 dotnet test --filter Freeze</c>.</summary>
    [SkippableFact]
    public async Task Freeze_ThisRelease_WritesItsFolder()
    {
        var target = Environment.GetEnvironmentVariable("FREEZE_SCHEMA");
        Skip.If(string.IsNullOrEmpty(target), "Set FREEZE_SCHEMA to a new folder to freeze the schema of a release.");
        Assert.False(Directory.Exists(target), Rule);
        Directory.CreateDirectory(target!);
        using var folder = new TempFolder();
        await using (var store = await folder.OpenAsync(KitKinds.All))
        {
            await ReleasedData.WriteAsync(StoreUnderTest.From(store));
            foreach (var script in store.Scripts)
            {
                await File.WriteAllTextAsync(Path.Combine(target!, script.Name + ".sql"), script.Text);
            }
        }

        Plain.Execute(folder.File(), "VACUUM");
        Plain.Execute(folder.File(), "PRAGMA wal_checkpoint(TRUNCATE)");
        await using var source = File.OpenRead(folder.File());
        await using var packed = new GZipStream(File.Create(Path.Combine(target!, "store.db.gz")), CompressionLevel.SmallestSize);
        await source.CopyToAsync(packed);
    }

    private sealed class ChangedFixture : IStoreFixture
    {
        private readonly SqliteFixture _inner = new();

        public IReleasedSchemas Released => new Changed(_inner.Released);

        public ValueTask<StoreUnderTest> CreateAsync(IReadOnlyList<RecordKind> kinds) => _inner.CreateAsync(kinds);
    }

    private sealed class Changed(IReleasedSchemas inner) : IReleasedSchemas
    {
        public IReadOnlyList<string> Versions => inner.Versions;

        public IReadOnlyList<SchemaScript> ScriptsOf(string version) => [.. inner.ScriptsOf(version).Select(script => script with { Text = script.Text + " " })];

        public ValueTask<StoreUnderTest> OpenAsync(string version, IReadOnlyList<RecordKind> kinds) => inner.OpenAsync(version, kinds);
    }
}
