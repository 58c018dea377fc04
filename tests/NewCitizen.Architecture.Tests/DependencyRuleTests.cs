using System.Reflection;

namespace NewCitizen.Architecture.Tests;

/// <summary>The dependency rule of the design, over project files and over what the compiler really bound.</summary>
public sealed class DependencyRuleTests
{
    private static readonly Dictionary<string, string[]> s_allowed = new(StringComparer.Ordinal)
    {
        ["NewCitizen.Core"] = [],
        ["NewCitizen.Validation"] = ["NewCitizen.Core"],
        ["NewCitizen.Exchange"] = ["NewCitizen.Core"],
        ["NewCitizen.Storage.PostgreSql"] = ["NewCitizen.Core"],
        ["NewCitizen.Exchange.RabbitMq"] = ["NewCitizen.Core"],
        ["NewCitizen.Storage.Sqlite"] = ["NewCitizen.Core"],
        ["NewCitizen.Testing"] = ["NewCitizen.Core"],
        ["NewCitizen.AspNetCore"] = ["NewCitizen.Core", "NewCitizen.Exchange", "NewCitizen.Validation"],
        ["NewCitizen.Cli"] = ["NewCitizen.Core", "NewCitizen.Exchange", "NewCitizen.Storage.PostgreSql", "NewCitizen.Storage.Sqlite", "NewCitizen.Testing", "NewCitizen.Validation"],
    };

    public static TheoryData<string> Packages { get; } = [.. RepositoryTree.Packages];

    [Fact]
    public void EveryPackage_HasARule() => Assert.Equal(s_allowed.Keys.Order(StringComparer.Ordinal), RepositoryTree.Packages);

    [Theory]
    [MemberData(nameof(Packages))]
    public void ProjectReferences_StayInsideTheRule(string package) =>
        Assert.Empty(Violations(package, RepositoryTree.ProjectReferences(package)));

    [Theory]
    [MemberData(nameof(Packages))]
    public void AssemblyReferences_StayInsideTheRule(string package) =>
        Assert.Empty(Violations(package, Assemblies.Load(package).GetReferencedAssemblies().Select(name => name.Name!)));

    [Fact]
    public void Rule_OnAForbiddenReference_ReportsIt()
    {
        // The rule itself must be able to fail.
        Assert.Equal(["NewCitizen.Storage.Sqlite"], Violations("NewCitizen.Exchange", ["NewCitizen.Core", "NewCitizen.Storage.Sqlite", "NodaTime"]));
    }

    [Theory]
    [InlineData("NewCitizen.Core", new[] { "Microsoft.Data.Sqlite", "Npgsql", "FluentValidation", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "RabbitMQ" })]
    [InlineData("NewCitizen.Exchange", new[] { "Microsoft.Data.Sqlite", "Npgsql", "FluentValidation", "Microsoft.AspNetCore" })]
    [InlineData("NewCitizen.Testing", new[] { "xunit", "NUnit", "MSTest", "Microsoft.TestPlatform" })]
    public void PackageReferences_HoldNoHeavyDependency(string package, string[] forbidden)
    {
        var named = RepositoryTree.PackageReferences(package).Concat(Assemblies.Load(package).GetReferencedAssemblies().Select(name => name.Name!));
        Assert.DoesNotContain(named, reference => forbidden.Any(prefix => reference.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<string> Violations(string package, IEnumerable<string> references) =>
        references.Where(reference => reference.StartsWith("NewCitizen.", StringComparison.Ordinal) && !s_allowed[package].Contains(reference, StringComparer.Ordinal));
}
