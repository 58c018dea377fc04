using Microsoft.Extensions.DependencyInjection.Extensions;
using NewCitizen.Hosting;
using NewCitizen.Maintenance;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the jobs that care for a store.</summary>
public static class MaintenanceNewCitizenBuilder
{
    /// <summary>
    /// Runs retention, trimming, forgetting of request keys and rewriting after key rotations once a day, in one host at a time (运维任务). What is not
    /// set is not done. May be called twice.
    /// </summary>
    /// <param name="builder">The SDK.</param>
    /// <param name="configure">When, whose records, and for how long what is kept.</param>
    public static NewCitizenBuilder AddMaintenance(this NewCitizenBuilder builder, Action<MaintenanceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(configure);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<Hosting.IHostedService, MaintenanceService>());
        return builder;
    }

    /// <summary>Adds a rule for records of the host's own.</summary>
    public static NewCitizenBuilder AddRetentionRule(this NewCitizenBuilder builder, RetentionRule rule)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(rule);
        builder.Services.AddSingleton(rule);
        return builder;
    }
}
