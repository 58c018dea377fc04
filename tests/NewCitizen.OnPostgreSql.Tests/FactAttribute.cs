using NewCitizen.TestServers.PostgreSql;

namespace NewCitizen;

/// <summary>Stands in for xunit's attribute in the tests repeated here: they are skipped where there is no PostgreSQL, except on a build server.</summary>
[AttributeUsage(AttributeTargets.Method)]
[Xunit.Sdk.XunitTestCaseDiscoverer("Xunit.Sdk.FactDiscoverer", "xunit.execution.{Platform}")]
public sealed class FactAttribute : Xunit.FactAttribute
{
    public FactAttribute() => Skip = Missing.Server;
}

/// <inheritdoc cref="FactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
[Xunit.Sdk.XunitTestCaseDiscoverer("Xunit.Sdk.TheoryDiscoverer", "xunit.execution.{Platform}")]
public sealed class TheoryAttribute : Xunit.TheoryAttribute
{
    public TheoryAttribute() => Skip = Missing.Server;
}

internal static class Missing
{
    /// <summary>Why the tests are skipped; null where they run.</summary>
    public static string? Server { get; } = PostgreSqlInstall.Find(PostgreSqlInstall.Old) is null && Environment.GetEnvironmentVariable("CI") != "true" ? "PostgreSQL is not installed." : null;
}
