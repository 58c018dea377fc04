using System.Diagnostics;
using NewCitizen.Agencies;
using NewCitizen.Errors;

namespace NewCitizen.Telemetry;

/// <summary>One call of the store while it is measured: begins a span and a watch, ends both.</summary>
internal readonly struct StoreCall
{
    private readonly Activity? _span;
    private readonly long _started;
    private readonly string _store;
    private readonly string _operation;
    private readonly string? _kind;

    private StoreCall(Activity? span, string store, string operation, string? kind)
    {
        _span = span;
        _started = Stopwatch.GetTimestamp();
        _store = store;
        _operation = operation;
        _kind = kind;
    }

    public static StoreCall Begin(string store, string operation, string? kind, AgencyId? agency)
    {
        var span = NewCitizenTelemetry.Source.StartActivity($"newcitizen.store.{operation}", ActivityKind.Client);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(StoreInstruments.System, store).SetTag(StoreInstruments.Operation, operation);
            if (kind is not null)
            {
                span.SetTag(StoreInstruments.Kind, kind);
            }

            if (agency is { } own)
            {
                span.SetTag(StoreInstruments.Agency, own.Value);
            }
        }

        return new StoreCall(span, store, operation, kind);
    }

    public void Tag(string name, object value) => _span?.SetTag(name, value);

    public void End(string? status = null)
    {
        if (status is not null)
        {
            _span?.SetTag(StoreInstruments.Status, status);
        }

        Record(status, error: null);
        _span?.Dispose();
    }

    // The code or the type only: the text of a driver's error may quote what was stored.
    public void Fail(Exception exception)
    {
        var error = exception is NewCitizenException own ? own.Code.Value : exception.GetType().Name;
        _span?.SetTag(StoreInstruments.Error, error).SetStatus(exception is OperationCanceledException ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
        Record(status: null, error);
        _span?.Dispose();
    }

    private void Record(string? status, string? error)
    {
        var tags = new TagList { { StoreInstruments.System, _store }, { StoreInstruments.Operation, _operation } };
        if (_kind is not null)
        {
            tags.Add(StoreInstruments.Kind, _kind);
        }

        if (status is not null)
        {
            tags.Add(StoreInstruments.Status, status);
        }

        if (error is not null)
        {
            tags.Add(StoreInstruments.Error, error);
        }

        StoreInstruments.Duration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, tags);
    }
}
