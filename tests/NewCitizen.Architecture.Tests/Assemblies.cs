using System.Reflection;

namespace NewCitizen.Architecture.Tests;

/// <summary>The shipped assemblies, loaded beside the tests.</summary>
internal static class Assemblies
{
    public static IEnumerable<Assembly> All => RepositoryTree.Packages.Select(Load);

    public static Assembly Load(string package) =>
        Assembly.Load(package == "NewCitizen.Cli" && File.Exists(Path.Combine(AppContext.BaseDirectory, "newcitizen.dll")) ? "newcitizen" : package);

    public static IEnumerable<Type> PublicTypes => All.SelectMany(assembly => assembly.GetExportedTypes());
}
