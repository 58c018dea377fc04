using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
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
        services.AddHealthChecks().AddCheck<StoreHealthCheck>("newcitizen-store", tags: [StoreHealthCheck.Tag]);
        return builder;
    }
}
