namespace NewCitizen.Testing.Conformance;

/// <summary>Result of one scenario on one store.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Note">The broken promise, or the reason of a deviation; null otherwise.</param>
public sealed record ScenarioResult(ConformanceScenario Scenario, ScenarioOutcome Outcome, string? Note);
