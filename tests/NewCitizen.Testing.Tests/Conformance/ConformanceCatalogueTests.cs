using System.Reflection;
using NewCitizen.Testing.Conformance;

namespace NewCitizen.Testing.Tests.Conformance;

public sealed class ConformanceCatalogueTests
{
    [Fact]
    public void All_ByReflection_ListsEveryScenarioMethodOnce()
    {
        var declared = typeof(StoreConformance).GetMethods(BindingFlags.Instance | BindingFlags.Public)
            .Where(method => method.Name.StartsWith("Scenario", StringComparison.Ordinal)).ToList();
        Assert.All(declared, method => Assert.Matches("^Scenario_[A-Z][A-Za-z0-9]+Async$", method.Name));
        Assert.All(declared, method => Assert.True(method.IsVirtual && method.ReturnType == typeof(Task) && method.GetParameters().Length == 0));
        Assert.Equal(
            declared.Select(method => method.Name).Order(StringComparer.Ordinal),
            ConformanceCatalogue.All.Select(scenario => scenario.Method).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task All_Entries_RunTheMethodTheyName()
    {
        foreach (var scenario in ConformanceCatalogue.All)
        {
            // A fixture that fails leaves the name of the scenario method on the stack.
            var result = await scenario.RunAsync(new ThrowingFixture());
            Assert.Equal(ScenarioOutcome.Failed, result.Outcome);
            Assert.Contains(scenario.Method, result.Note, StringComparison.Ordinal);
        }
    }
}
