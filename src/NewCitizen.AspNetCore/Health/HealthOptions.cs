using NewCitizen.Telemetry;

namespace NewCitizen.AspNetCore.Health;

/// <summary>From when on the health checks complain (健康检查阈值). Technical figures, so they have defaults.</summary>
public sealed class HealthOptions
{
    /// <summary>Below this room on the disk of an embedded store the host is degraded. Bytes; default 2 GiB.</summary>
    public long DegradedBelowFreeBytes { get; set; } = 2L << 30;

    /// <summary>Below this it is unhealthy: writes are about to fail. Bytes; default 256 MiB.</summary>
    public long UnhealthyBelowFreeBytes { get; set; } = 256L << 20;

    /// <summary>Oldest audit entry that may be unsigned before the host is degraded. Default 1 minute; the sequencer runs every 5 seconds.</summary>
    public TimeSpan MaxAuditWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an entry of the change feed may wait for a reader before the host is degraded. Default 5 minutes.</summary>
    public TimeSpan MaxFeedWait { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Entries a reader may be behind before the host is degraded, counted to <see cref="StoreMonitor.MaxCounted"/>. Default 10,000.</summary>
    public int MaxFeedEntries { get; set; } = StoreMonitor.MaxCounted;

    /// <summary>How long ago a maintenance job may have done all there was before the host is degraded. Default 3 days.</summary>
    public TimeSpan MaxJobAge { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How long a look at the schema counts. Default 1 minute: it only changes when somebody changes it.</summary>
    public TimeSpan SchemaEvery { get; set; } = TimeSpan.FromMinutes(1);
}
