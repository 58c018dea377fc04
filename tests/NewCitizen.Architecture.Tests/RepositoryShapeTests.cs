namespace NewCitizen.Architecture.Tests;

/// <summary>Habits of the tree: what a newcomer may rely on when guessing a file.</summary>
public sealed class RepositoryShapeTests
{
    public static TheoryData<string> Packages { get; } = [.. RepositoryTree.Packages];

    [Fact]
    public void SourceFiles_StayShort()
    {
        var lengths = RepositoryTree.Packages.SelectMany(RepositoryTree.SourceFiles).Select(path => (Path: path, Lines: File.ReadLines(path).Count())).OrderBy(file => file.Lines).ToList();

        Assert.Empty(lengths.Where(file => file.Lines > 500).Select(file => file.Path));
        Assert.InRange(lengths[lengths.Count / 2].Lines, 1, 60);
        Assert.InRange(lengths[(int)(lengths.Count * 0.95)].Lines, 1, 250);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void EveryPackage_HasAReadmeAndATrackedApi(string package)
    {
        var folder = Path.Combine(RepositoryTree.Root, "src", package);
        Assert.True(File.Exists(Path.Combine(folder, "README.md")), "README.md");
        Assert.True(File.Exists(Path.Combine(folder, "PublicAPI.Shipped.txt")), "PublicAPI.Shipped.txt");
        Assert.True(File.Exists(Path.Combine(folder, "PublicAPI.Unshipped.txt")), "PublicAPI.Unshipped.txt");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Namespaces_FollowFolders(string package)
    {
        var root = package == "NewCitizen.Core" ? "NewCitizen" : package;
        var faults = new List<string>();
        foreach (var path in RepositoryTree.SourceFiles(package))
        {
            var line = File.ReadLines(path).FirstOrDefault(text => text.StartsWith("namespace ", StringComparison.Ordinal));
            if (line is null || line == "namespace Microsoft.Extensions.DependencyInjection;" || line == "namespace Microsoft.AspNetCore.Builder;")
            {
                continue;
            }

            var folder = Path.GetDirectoryName(Path.GetRelativePath(Path.Combine(RepositoryTree.Root, "src", package), path))!.Replace(Path.DirectorySeparatorChar, '.');
            var expected = folder.Length == 0 ? root : $"{root}.{folder}";
            if (line != $"namespace {expected};")
            {
                faults.Add($"{Path.GetFileName(path)}: {line}, folder says {expected}");
            }
        }

        Assert.Empty(faults);
    }
}
