using System.Diagnostics.Metrics;
using NewCitizen.Telemetry;

namespace NewCitizen.Maintenance;

/// <summary>What jobs tell about themselves.</summary>
internal static class JobInstruments
{
    public const string Job = "newcitizen.job";
    public const string Outcome = "newcitizen.job.outcome";
    public const string Figure = "newcitizen.job.figure";

    public static readonly Histogram<double> Duration = NewCitizenTelemetry.Meter.CreateHistogram<double>("newcitizen.job.duration", "s", "Time a run of a maintenance job took");

    public static readonly Gauge<long> Figures = NewCitizenTelemetry.Meter.CreateGauge<long>("newcitizen.job.figures", "{record}", "Figures of the last run of a maintenance job: due, erased, left, rewritten");

    public static readonly Gauge<double> Completed = NewCitizenTelemetry.Meter.CreateGauge<double>("newcitizen.job.completed", "s", "When a maintenance job last did all there was, in Unix seconds");
}
