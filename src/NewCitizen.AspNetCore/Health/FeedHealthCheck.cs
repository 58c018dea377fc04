using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NewCitizen.Telemetry;

namespace NewCitizen.AspNetCore.Health;

/// <summary>Relays and other readers of the change feed keep up. Degraded, not unhealthy: nothing is lost, it is late.</summary>
internal sealed class FeedHealthCheck(StoreMonitor monitor, IOptions<HealthOptions> options) : NewCitizenHealthCheck
{
    protected override async ValueTask<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        var lags = await monitor.ReadFeedLagsAsync(cancellationToken).ConfigureAwait(false);
        var late = lags.Any(lag => lag.Waiting.ToTimeSpan() > options.Value.MaxFeedWait || lag.Entries >= options.Value.MaxFeedEntries);
        return Answer(
            late ? HealthStatus.Degraded : HealthStatus.Healthy,
            [.. lags.SelectMany(lag => new[] { ($"{lag.Reader}.entries", (object)lag.Entries), ($"{lag.Reader}.waitSeconds", Math.Round(lag.Waiting.TotalSeconds, 1)) })]);
    }
}
