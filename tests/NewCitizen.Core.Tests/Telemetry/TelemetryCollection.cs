namespace NewCitizen.Core.Tests.Telemetry;

/// <summary>Whoever listens hears of the whole process, so these tests run while no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection
{
    public const string Name = "telemetry";
}
