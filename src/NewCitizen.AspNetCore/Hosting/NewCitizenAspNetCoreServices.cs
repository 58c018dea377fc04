using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Health;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what the endpoints need.</summary>
public static class NewCitizenAspNetCoreServices
{
    /// <summary>
    /// Adds policies, the access context of the signed-in user, health check and JSON: <c>services.AddNewCitizen().UseSqlite(path).AddAspNetCore()</c>.
    /// Authentication itself is the host's. May be called twice.
    /// </summary>
    /// <param name="builder">The SDK.</param>
    /// <param name="configure">Claims and roles of the host.</param>
    public static NewCitizenBuilder AddAspNetCore(this NewCitizenBuilder builder, Action<AccessOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (configure is not null)
        {
            services.Configure(configure);
        }

        if (services.Any(service => service.ServiceType == typeof(IAccessContextFactory)))
        {
            return builder;
        }

        services.AddSingleton<IAccessContextFactory, ClaimsAccessContextFactory>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, AgencyRoleHandler>());
        services.AddAuthorization(options =>
        {
            foreach (var policy in new[] { NewCitizenPolicies.Read, NewCitizenPolicies.Write, NewCitizenPolicies.Reveal })
            {
                options.AddPolicy(policy, rules => rules.RequireAuthenticatedUser().AddRequirements(new AgencyRoleRequirement(policy)));
            }
        });
        services.Replace(ServiceDescriptor.Singleton<IAuthorizationMiddlewareResultHandler, ProblemAuthorizationResultHandler>());
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, WebJson.Default));
        AddHealth(services);
        return builder;
    }

    /// <summary>Changes from when on the health checks complain.</summary>
    /// <param name="builder">The SDK.</param>
    /// <param name="configure">The thresholds.</param>
    public static NewCitizenBuilder ConfigureHealth(this NewCitizenBuilder builder, Action<HealthOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(configure);
        return builder;
    }

    private static void AddHealth(IServiceCollection services)
    {
        // One instance each: some remember their last look.
        services.TryAddSingleton<SchemaHealthCheck>();
        services.TryAddSingleton<JobHealthCheck>();
        services.AddHealthChecks()
            .AddCheck<StoreHealthCheck>("store", tags: [NewCitizenHealthCheck.Tag])
            .AddCheck<SchemaHealthCheck>("schema", tags: [NewCitizenHealthCheck.Tag])
            .AddCheck<DiskHealthCheck>("disk", tags: [NewCitizenHealthCheck.Tag])
            .AddCheck<KeyRingHealthCheck>("keys", tags: [NewCitizenHealthCheck.Tag])
            .AddCheck<AuditHealthCheck>("audit", HealthStatus.Degraded, [NewCitizenHealthCheck.Tag])
            .AddCheck<JobHealthCheck>("jobs", HealthStatus.Degraded, [NewCitizenHealthCheck.Tag])
            .AddCheck<FeedHealthCheck>("feed", HealthStatus.Degraded, [NewCitizenHealthCheck.Tag]);
    }
}
