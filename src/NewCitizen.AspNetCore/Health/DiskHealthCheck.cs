using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NewCitizen.Storage;

namespace NewCitizen.AspNetCore.Health;

/// <summary>There is room on the disk of an embedded store. The path stays here. Healthy where the store has no files on this machine.</summary>
internal sealed class DiskHealthCheck(IEnumerable<StoreLocation> locations, IOptions<HealthOptions> options) : NewCitizenHealthCheck
{
    protected override ValueTask<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        var free = locations.Select(location => location.FreeBytes()).Min();
        return ValueTask.FromResult(free switch
        {
            null => Answer(HealthStatus.Healthy),
            { } bytes when bytes < options.Value.UnhealthyBelowFreeBytes => Answer(HealthStatus.Unhealthy, (Code, StorageErrors.DiskFull.Value), ("freeBytes", bytes)),
            { } bytes when bytes < options.Value.DegradedBelowFreeBytes => Answer(HealthStatus.Degraded, ("freeBytes", bytes)),
            { } bytes => Answer(HealthStatus.Healthy, ("freeBytes", bytes)),
        });
    }
}
