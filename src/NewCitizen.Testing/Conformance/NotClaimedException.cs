namespace NewCitizen.Testing.Conformance;

/// <summary>Ends a scenario that tests something the store does not claim.</summary>
internal sealed class NotClaimedException : Exception;
