using System.Text.RegularExpressions;

namespace NewCitizen.Testing.Tests.Conformance;

/// <summary>A store in this repository whose tests do not run the whole kit fails here.</summary>
public sealed partial class EveryStoreRunsTheKitTests
{
    public static TheoryData<string> StoreProjects => [.. FindStoreProjects(Root())];

    [Fact]
    public void StoreProjects_InThisRepository_AreFound()
    {
        Assert.Contains("src/NewCitizen.Testing", FindStoreProjects(Root()));
        Assert.Contains("samples/CustomStore", FindStoreProjects(Root()));
    }

    [Theory]
    [MemberData(nameof(StoreProjects))]
    public void Tests_OfAStoreProject_RunTheWholeCatalogue(string project)
    {
        var name = Path.GetFileName(project);
        string[] places = [Path.Combine(Root(), "tests", name + ".Tests"), Path.Combine(Root(), "samples", name + ".Tests")];
        var tests = places.Where(Directory.Exists).SelectMany(Sources).Select(File.ReadAllText).ToList();
        Assert.Contains(tests, RunsCatalogue);
        Assert.Contains(tests, text => text.Contains("ConformanceCoverage.Require(", StringComparison.Ordinal));
    }

    [Fact]
    public void RunsCatalogue_WithoutTheoryOrWithAFilter_IsFalse()
    {
        Assert.True(RunsCatalogue("=> [.. ConformanceCatalogue.All.Select(scenario => scenario.Name)]; [Theory] x.RequireAsync(f)"));
        Assert.False(RunsCatalogue("=> [.. ConformanceCatalogue.All.Where(s => s.Group == \"Feed\").Select(s => s.Name)]; [Theory] x.RequireAsync(f)"));
        Assert.False(RunsCatalogue("[Fact] public void Nothing() { }"));
    }

    private static bool RunsCatalogue(string text) => WholeCatalogue().IsMatch(text) && (text.Contains("[Theory", StringComparison.Ordinal) || text.Contains("[SkippableTheory", StringComparison.Ordinal)) && text.Contains("RequireAsync(", StringComparison.Ordinal);

    private static List<string> FindStoreProjects(string root) =>
    [
        .. new[] { "src", "samples" }.SelectMany(folder => Directory.GetDirectories(Path.Combine(root, folder)))
            .Where(folder => !folder.EndsWith(".Tests", StringComparison.Ordinal) && Sources(folder).Any(file => StoreClass().IsMatch(File.ReadAllText(file))))
            .Select(folder => Path.GetRelativePath(root, folder).Replace('\\', '/')),
    ];

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Sdk.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"class\s+\w+(?:\([^)]*\))?\s*:[^{;(]*\bIRecordStore\b", RegexOptions.None, 2000)]
    private static partial Regex StoreClass();

    [GeneratedRegex(@"ConformanceCatalogue\.All\s*\.Select\(", RegexOptions.None, 2000)]
    private static partial Regex WholeCatalogue();
}
