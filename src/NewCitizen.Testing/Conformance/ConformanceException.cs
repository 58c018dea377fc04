namespace NewCitizen.Testing.Conformance;

/// <summary>A store broke a promise of the contract. The text names the scenario and the promise; the kit's own data are made up.</summary>
public sealed class ConformanceException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="scenario">Name of the scenario; empty while it is not known yet.</param>
    /// <param name="problem">What was promised and what happened.</param>
    /// <param name="inner">What the store threw, if it threw.</param>
    public ConformanceException(string scenario, string problem, Exception? inner = null)
        : base(scenario.Length == 0 ? problem : $"[{scenario}] {problem}", inner)
    {
        Scenario = scenario;
        Problem = problem;
    }

    /// <summary>Name of the scenario.</summary>
    public string Scenario { get; }

    /// <summary>What was promised and what happened.</summary>
    public string Problem { get; }
}
