using System.Xml.Linq;

namespace NewCitizen.Architecture.Tests;

/// <summary>The repository as files, found upwards from the test assembly.</summary>
internal static class RepositoryTree
{
    public static string Root { get; } = Find();

    public static IReadOnlyList<string> Packages { get; } =
        [.. Directory.GetDirectories(Path.Combine(Root, "src")).Select(path => Path.GetFileName(path)!).Where(name => File.Exists(ProjectFile(name))).Order(StringComparer.Ordinal)];

    public static string ProjectFile(string package) => Path.Combine(Root, "src", package, package + ".csproj");

    public static IReadOnlyList<string> ProjectReferences(string package) =>
        [.. XDocument.Load(ProjectFile(package)).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))];

    public static IReadOnlyList<string> PackageReferences(string package) =>
        [.. XDocument.Load(ProjectFile(package)).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value)];

    public static IEnumerable<string> SourceFiles(string package) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src", package), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Sdk.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("Sdk.sln is not above the test assembly.");
    }
}
