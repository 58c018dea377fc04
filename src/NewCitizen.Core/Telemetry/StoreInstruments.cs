using System.Diagnostics.Metrics;

namespace NewCitizen.Telemetry;

/// <summary>What is measured at the store, and under which names. The names of tags follow OpenTelemetry's conventions for databases.</summary>
internal static class StoreInstruments
{
    public const string System = "db.system.name";
    public const string Operation = "db.operation.name";
    public const string Kind = "db.collection.name";
    public const string BatchSize = "db.operation.batch.size";
    public const string Rows = "db.response.returned_rows";
    public const string Error = "error.type";
    public const string Agency = "newcitizen.agency";
    public const string Status = "newcitizen.commit.status";
    public const string Actions = "newcitizen.actions";

    // From an indexed read in memory to a commit that waits for another process.
    private static readonly double[] s_seconds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    public static readonly Histogram<double> Duration = NewCitizenTelemetry.Meter.CreateHistogram(
        "newcitizen.store.operation.duration",
        "s",
        "Time a call of the store took",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = s_seconds });

    public static readonly Counter<long> Commits = NewCitizenTelemetry.Meter.CreateCounter<long>("newcitizen.store.commits", "{commit}", "Commits by how they ended");

    public static readonly Counter<long> Loaded = NewCitizenTelemetry.Meter.CreateCounter<long>("newcitizen.store.bulk.records", "{record}", "Records a bulk load wrote or refused");

    /// <summary>Whether nobody would hear of a call.</summary>
    public static bool IsIdle => !NewCitizenTelemetry.Source.HasListeners() && !Duration.Enabled && !Commits.Enabled && !Loaded.Enabled;
}
