using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewCitizen.Errors;
using NewCitizen.Privacy;
using NewCitizen.Storage;

namespace NewCitizen.Telemetry;

/// <summary>Every half minute: takes up keys another process added, and measures what only a look at the store can tell.</summary>
internal sealed partial class StoreMonitorService(StoreMonitor monitor, IKeyRing keys, IEnumerable<StoreLocation> locations, ILogger<StoreMonitorService> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(30);

    private static readonly Gauge<double> s_feedAge = NewCitizenTelemetry.Meter.CreateGauge<double>("newcitizen.feed.wait", "s", "How long the oldest entry of the change feed waits for a reader");

    private static readonly Gauge<long> s_feedEntries = NewCitizenTelemetry.Meter.CreateGauge<long>("newcitizen.feed.lag", "{entry}", "Entries of the change feed a reader has not handled, to 10,000");

    private static readonly Gauge<double> s_auditAge = NewCitizenTelemetry.Meter.CreateGauge<double>("newcitizen.audit.open.age", "s", "Age of the oldest audit entry no checkpoint signs");

    private static readonly Gauge<long> s_auditEntries = NewCitizenTelemetry.Meter.CreateGauge<long>("newcitizen.audit.open.entries", "{entry}", "Audit entries no checkpoint signs, to 10,000");

    private static readonly Gauge<long> s_free = NewCitizenTelemetry.Meter.CreateGauge<long>("newcitizen.store.disk.free", "By", "Room left on the disk of an embedded store");

    /// <summary>One look. Gauges nobody listens to cost no read.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        (keys as IRefreshableKeyRing)?.Refresh();
        if (s_free.Enabled)
        {
            foreach (var free in locations.Select(location => location.FreeBytes()).OfType<long>())
            {
                s_free.Record(free);
            }
        }

        if (s_auditAge.Enabled || s_auditEntries.Enabled)
        {
            var window = await monitor.ReadAuditWindowAsync(cancellationToken).ConfigureAwait(false);
            s_auditAge.Record(window.Age.TotalSeconds);
            s_auditEntries.Record(window.Entries);
        }

        if (s_feedAge.Enabled || s_feedEntries.Enabled)
        {
            foreach (var lag in await monitor.ReadFeedLagsAsync(cancellationToken).ConfigureAwait(false))
            {
                s_feedAge.Record(lag.Waiting.TotalSeconds, new KeyValuePair<string, object?>("newcitizen.feed.reader", lag.Reader));
                s_feedEntries.Record(lag.Entries, new KeyValuePair<string, object?>("newcitizen.feed.reader", lag.Reader));
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                try
                {
                    await LookAsync(stoppingToken).ConfigureAwait(false);
                }
                catch (NewCitizenException exception)
                {
                    LogFailure(logger, exception.Code.Value);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    [LoggerMessage(3390, LogLevel.Warning, "The store or the keys could not be looked at: {Code}.")]
    private static partial void LogFailure(ILogger logger, string code);
}
