namespace NewCitizen.Testing.Conformance;

/// <summary>Result of one scenario on one store.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Note">The broken promise, the reason of a deviation, or what a test of it would need; null otherwise.</param>
public sealed record ScenarioResult(ConformanceScenario Scenario, ScenarioOutcome Outcome, string? Note);
