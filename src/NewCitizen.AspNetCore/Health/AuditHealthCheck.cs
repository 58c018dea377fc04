using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NewCitizen.Telemetry;

namespace NewCitizen.AspNetCore.Health;

/// <summary>The audit log is signed soon enough. Degraded, not unhealthy: the host's work goes on, but somebody must look.</summary>
internal sealed class AuditHealthCheck(StoreMonitor monitor, IOptions<HealthOptions> options) : NewCitizenHealthCheck
{
    protected override async ValueTask<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        var window = await monitor.ReadAuditWindowAsync(cancellationToken).ConfigureAwait(false);
        return Answer(
            window.Age.ToTimeSpan() > options.Value.MaxAuditWindow ? HealthStatus.Degraded : HealthStatus.Healthy,
            ("unsigned", window.Entries), ("oldestSeconds", Math.Round(window.Age.TotalSeconds, 1)));
    }
}
