namespace NewCitizen.Testing.Conformance;

/// <summary>How a scenario ended.</summary>
public enum ScenarioOutcome
{
    /// <summary>The promise was kept.</summary>
    Passed,

    /// <summary>The promise was broken.</summary>
    Failed,

    /// <summary>The promise was broken, as the fixture says with a reason.</summary>
    Deviates,

    /// <summary>The store does not claim what the scenario tests, such as durability.</summary>
    NotClaimed,

    /// <summary>The fixture gives no means to test it, such as a way to fail inside a commit; the note says which.</summary>
    NotTested,
}
