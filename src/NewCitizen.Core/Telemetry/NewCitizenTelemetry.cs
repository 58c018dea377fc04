using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NewCitizen.Telemetry;

/// <summary>
/// Where traces and metrics of the SDK come from (遥测): <c>AddOpenTelemetry().WithTracing(t => t.AddSource(NewCitizenTelemetry.Name)).WithMetrics(m =>
/// m.AddMeter(NewCitizenTelemetry.Name))</c>. Names, codes, counts and seconds only; never a personal value. Costs nothing while nobody listens.
/// </summary>
public static class NewCitizenTelemetry
{
    /// <summary>Name of the one activity source and of the one meter.</summary>
    public const string Name = "NewCitizen";

    internal static ActivitySource Source { get; } = new(Name);

    internal static Meter Meter { get; } = new(Name);

    /// <summary>A span over a manager's call, such as <c>newcitizen.resident.register</c>, named like its audit entries; null while nobody listens.</summary>
    internal static Activity? Start(string action) => Source.HasListeners() ? Source.StartActivity($"newcitizen.{action}") : null;
}
