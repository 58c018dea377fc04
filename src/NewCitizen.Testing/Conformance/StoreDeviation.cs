namespace NewCitizen.Testing.Conformance;

/// <summary>A promise a store knowingly does not keep.</summary>
/// <param name="Scenario">Name of the scenario that fails.</param>
/// <param name="Reason">Why, for those who choose a store by the report.</param>
public sealed record StoreDeviation(string Scenario, string Reason);
