using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewCitizen.Telemetry;

namespace NewCitizen.Core.Tests.Telemetry;

/// <summary>Listens like an exporter would, and keeps all it hears.</summary>
internal sealed class TelemetryRecorder : IDisposable
{
    private readonly ActivityListener _spans;
    private readonly MeterListener _metrics = new();

    public TelemetryRecorder()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == NewCitizenTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Spans.Add,
        };
        ActivitySource.AddActivityListener(_spans);
        _metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == NewCitizenTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measures.Add(new(instrument.Name, value, tags.ToArray())));
        _metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measures.Add(new(instrument.Name, value, tags.ToArray())));
        _metrics.Start();
    }

    public ConcurrentBag<Activity> Spans { get; } = [];

    public ConcurrentBag<Measure> Measures { get; } = [];

    /// <summary>Every text that would leave the process.</summary>
    public IEnumerable<string> Texts() =>
        Spans.SelectMany(span => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Concat(span.Baggage.Select(tag => $"{tag.Key}={tag.Value}"))
                .Concat(span.Events.SelectMany(e => e.Tags.Select(tag => $"{tag.Key}={tag.Value}").Append(e.Name))).Append(span.DisplayName).Append(span.StatusDescription ?? string.Empty))
            .Concat(Measures.SelectMany(measure => measure.Tags.Select(tag => $"{tag.Key}={tag.Value}").Append(measure.Name)));

    public void Dispose()
    {
        _spans.Dispose();
        _metrics.Dispose();
    }

    internal sealed record Measure(string Name, double Value, IReadOnlyList<KeyValuePair<string, object?>> Tags)
    {
        public string? this[string tag] => Tags.FirstOrDefault(own => own.Key == tag).Value?.ToString();
    }
}
