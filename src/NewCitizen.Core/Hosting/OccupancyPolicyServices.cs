using Microsoft.Extensions.DependencyInjection.Extensions;
using NewCitizen.Hosting;
using NewCitizen.Housing.Policies;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Sets the cities' standards for homes that are let (设置居住标准).</summary>
public static class OccupancyPolicyServices
{
    /// <summary>Uses these standards in place of any before. Without this call nothing is set, and rules that need a number answer NotConfigured.</summary>
    /// <param name="builder">The SDK.</param>
    /// <param name="policies">The standards, as read by <see cref="OccupancyPolicyReader"/>.</param>
    public static NewCitizenBuilder UseOccupancyPolicies(this NewCitizenBuilder builder, OccupancyPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(policies);
        builder.Services.Replace(ServiceDescriptor.Singleton(policies));
        return builder;
    }
}
