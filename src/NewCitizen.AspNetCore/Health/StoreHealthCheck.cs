using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewCitizen.Telemetry;

namespace NewCitizen.AspNetCore.Health;

/// <summary>The store reads, and takes a commit that leaves nothing behind.</summary>
internal sealed class StoreHealthCheck(StoreMonitor monitor) : NewCitizenHealthCheck
{
    protected override async ValueTask<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        await monitor.ProbeAsync(cancellationToken).ConfigureAwait(false);
        return Answer(HealthStatus.Healthy);
    }
}
