namespace NewCitizen.Testing.Conformance;

/// <summary>Ends a scenario that the fixture gives no means to run.</summary>
internal sealed class NotTestedException(string reason) : Exception(reason);
