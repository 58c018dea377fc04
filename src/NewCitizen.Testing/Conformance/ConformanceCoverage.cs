namespace NewCitizen.Testing.Conformance;

/// <summary>Makes missing coverage fail: a test of each store's test project calls this with what that project really runs.</summary>
public static class ConformanceCoverage
{
    /// <summary>Requires that the names are exactly those of the catalogue, and that every deviation names a scenario and a reason.</summary>
    /// <param name="scenarioNames">Names of the scenarios that are run, such as the data of a theory.</param>
    /// <param name="fixture">The fixture they are run with.</param>
    /// <exception cref="ConformanceException">One is missing, unknown or given twice, or a deviation is malformed.</exception>
    public static void Require(IEnumerable<string> scenarioNames, IStoreFixture fixture)
    {
        ArgumentNullException.ThrowIfNull(scenarioNames);
        ArgumentNullException.ThrowIfNull(fixture);
        var given = scenarioNames.ToList();
        var known = ConformanceCatalogue.All.Select(scenario => scenario.Name).ToHashSet(StringComparer.Ordinal);
        var problems = known.Except(given, StringComparer.Ordinal).Select(name => $"scenario {name} is not run")
            .Concat(given.Where(name => !known.Contains(name)).Select(name => $"{name} is no scenario"))
            .Concat(given.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{group.Key} is run twice"))
            .Concat(fixture.Deviations.Where(deviation => !known.Contains(deviation.Scenario)).Select(deviation => $"deviation {deviation.Scenario} is no scenario"))
            .Concat(fixture.Deviations.Where(deviation => string.IsNullOrWhiteSpace(deviation.Reason)).Select(deviation => $"deviation {deviation.Scenario} gives no reason"))
            .ToList();
        if (problems.Count > 0)
        {
            throw new ConformanceException("Coverage", string.Join("; ", problems));
        }
    }

    /// <summary>Requires that a report covers the whole catalogue and that nothing failed.</summary>
    /// <exception cref="ConformanceException">A scenario is missing from the report, or failed.</exception>
    public static void Require(ConformanceReport report, IStoreFixture fixture)
    {
        ArgumentNullException.ThrowIfNull(report);
        Require(report.Results.Select(result => result.Scenario.Name), fixture);
        var failed = report.Results.Where(result => result.Outcome == ScenarioOutcome.Failed).Select(result => $"{result.Scenario.Name}: {result.Note}").ToList();
        if (failed.Count > 0)
        {
            throw new ConformanceException("Report", string.Join(Environment.NewLine, failed));
        }
    }
}
