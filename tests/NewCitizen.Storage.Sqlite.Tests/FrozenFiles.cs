using System.IO.Compression;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Migrations;

namespace NewCitizen.Storage.Sqlite.Tests;

/// <summary>The stores in <c>Schemas</c>: a folder a release with its file (compressed) and its scripts.</summary>
internal sealed class FrozenFiles(Func<TempFolder, StoreUnderTest> open) : IReleasedSchemas
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Schemas");

    public IReadOnlyList<string> Versions => [.. Directory.GetDirectories(s_root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public IReadOnlyList<SchemaScript> ScriptsOf(string version) =>
    [
        .. Directory.GetFiles(Path.Combine(s_root, version), "*.sql").Order(StringComparer.Ordinal)
            .Select(file => new SchemaScript(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file).ReplaceLineEndings("\n"))),
    ];

    public async ValueTask<StoreUnderTest> OpenAsync(string version, IReadOnlyList<RecordKind> kinds)
    {
        var folder = new TempFolder();
        await using (var frozen = File.OpenRead(Path.Combine(s_root, version, "store.db.gz")))
        await using (var whole = new GZipStream(frozen, CompressionMode.Decompress))
        await using (var file = File.Create(folder.File()))
        {
            await whole.CopyToAsync(file);
        }

        return open(folder);
    }
}
