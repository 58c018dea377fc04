namespace NewCitizen.Testing.Conformance;

/// <summary>One promise of the storage contract, as something that can be run.</summary>
public sealed class ConformanceScenario
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);
    private readonly Func<StoreConformance, Task> _run;

    internal ConformanceScenario(string group, string method, string description, Func<StoreConformance, Task> run)
    {
        Group = group;
        Method = method;
        Name = method["Scenario_".Length..^"Async".Length];
        Description = description;
        _run = run;
    }

    /// <summary>What it belongs to, such as <c>Versions</c>.</summary>
    public string Group { get; }

    /// <summary>Its name, stable over releases.</summary>
    public string Name { get; }

    /// <summary>Name of the method of <see cref="StoreConformance"/> that holds it.</summary>
    public string Method { get; }

    /// <summary>The promise in words.</summary>
    public string Description { get; }

    /// <summary>Runs the scenario on a fresh store of <paramref name="fixture"/> and tells how it ended; throws for nothing a store does.</summary>
    public Task<ScenarioResult> RunAsync(IStoreFixture fixture) => RunAsync(new StoreConformance(fixture));

    /// <summary>Runs the scenario of a derived suite.</summary>
    public async Task<ScenarioResult> RunAsync(StoreConformance suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        var deviation = suite.Fixture.Deviations.FirstOrDefault(known => known.Scenario == Name);
        var (outcome, note) = await TryAsync(suite).ConfigureAwait(false);
        return (outcome, deviation) switch
        {
            (_, null) => new(this, outcome, note),
            (ScenarioOutcome.Failed, _) => new(this, ScenarioOutcome.Deviates, deviation.Reason),
            (ScenarioOutcome.NotTested, _) => new(this, ScenarioOutcome.Failed, "The fixture lists a deviation here, but gives no means to test it."),
            _ => new(this, ScenarioOutcome.Failed, "The fixture lists a deviation here, but the promise is kept: remove it from the list."),
        };
    }

    /// <summary>Runs the scenario and throws if the promise is broken: what a test method calls.</summary>
    /// <exception cref="ConformanceException">The promise is broken and the fixture lists no deviation.</exception>
    public async Task<ScenarioResult> RequireAsync(IStoreFixture fixture)
    {
        var result = await RunAsync(fixture).ConfigureAwait(false);
        return result.Outcome == ScenarioOutcome.Failed ? throw new ConformanceException(Name, result.Note ?? "failed") : result;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private async Task<(ScenarioOutcome Outcome, string? Note)> TryAsync(StoreConformance suite)
    {
        try
        {
            await Task.Run(() => _run(suite)).WaitAsync(s_limit).ConfigureAwait(false);
            return (ScenarioOutcome.Passed, null);
        }
        catch (NotClaimedException)
        {
            return (ScenarioOutcome.NotClaimed, null);
        }
        catch (NotTestedException missing)
        {
            return (ScenarioOutcome.NotTested, missing.Message);
        }
        catch (ConformanceException broken)
        {
            return (ScenarioOutcome.Failed, broken.Problem);
        }
        catch (TimeoutException)
        {
            return (ScenarioOutcome.Failed, $"Not finished after {s_limit.TotalMinutes:0} minutes.");
        }
#pragma warning disable CA1031 // Whatever a store throws is a result here.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return (ScenarioOutcome.Failed, $"The store threw unexpectedly: {thrown}");
        }
    }
}
