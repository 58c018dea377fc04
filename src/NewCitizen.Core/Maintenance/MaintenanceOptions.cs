using NewCitizen.Agencies;
using NodaTime;

namespace NewCitizen.Maintenance;

/// <summary>When maintenance runs and what it may erase (运维设置). What is not set is not done, and the report says so.</summary>
public sealed class MaintenanceOptions
{
    /// <summary>Time of day in Asia/Shanghai from which the jobs run, once a day; null, the default, leaves them to be called.</summary>
    public LocalTime? RunAt { get; set; }

    /// <summary>The agencies whose records the jobs look after. A store cannot list them.</summary>
    public ISet<AgencyId> Agencies { get; } = new HashSet<AgencyId>();

    /// <summary>How long records are kept after the day their rule names, by the name of the <see cref="RetentionRule"/>; in days, weeks, months or years. No default.</summary>
    public IDictionary<string, Period> Periods { get; } = new Dictionary<string, Period>(StringComparer.Ordinal);

    /// <summary>
    /// How long request keys are remembered (幂等键). A retry that comes later is done twice, so longer than any caller retries. No default: they are kept.
    /// Each holds a digest of what was asked.
    /// </summary>
    public Period? RequestKeys { get; set; }

    /// <summary>How long entries of the change feed are kept (变更流); never trimmed beyond what every registered reader has handled. No default: they are kept.</summary>
    public Period? Changes { get; set; }

    /// <summary>Records in one step, which is one transaction: 1 to 1,000, default 200.</summary>
    public int StepRecords { get; set; } = 200;

    /// <summary>Rest between two steps, so that the day's work goes first. Default 50 milliseconds.</summary>
    public Duration Pause { get; set; } = Duration.FromMilliseconds(50);

    /// <summary>How long one job may work on one day; what is left goes on the day after. Default 2 hours.</summary>
    public Duration Budget { get; set; } = Duration.FromHours(2);

    /// <summary>How long the lease of a job runs without renewal: how soon another host takes over after a crash. Default 5 minutes.</summary>
    public Duration Lease { get; set; } = Duration.FromMinutes(5);

    /// <summary>How long after a failure a job is tried again. Default 15 minutes.</summary>
    public Duration RetryAfter { get; set; } = Duration.FromMinutes(15);
}
