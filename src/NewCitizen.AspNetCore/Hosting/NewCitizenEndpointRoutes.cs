using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Endpoints;

namespace Microsoft.AspNetCore.Builder;

/// <summary>
/// Maps the endpoints of the SDK: <c>app.MapGroup("/api/v1").MapNewCitizen()</c>. All are closed: they ask for the policies of
/// <see cref="NewCitizenPolicies"/>, whatever the host's defaults are.
/// </summary>
public static class NewCitizenEndpointRoutes
{
    /// <summary>Maps all groups but health.</summary>
    public static IEndpointRouteBuilder MapNewCitizen(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapNewCitizenResidents();
        endpoints.MapNewCitizenHomes();
        endpoints.MapNewCitizenAddresses();
        endpoints.MapNewCitizenCodes();
        return endpoints;
    }

    /// <summary>Residents' files (新市民档案): search, register, read masked and in full, stays, timeline.</summary>
    public static RouteGroupBuilder MapNewCitizenResidents(this IEndpointRouteBuilder endpoints)
    {
        var group = EndpointGroup.Open(endpoints, "/residents", "Residents");
        ResidentEndpoints.Map(group);
        RevealEndpoints.Map(group);
        return group;
    }

    /// <summary>Homes that are let (出租房屋): homes, rooms, moving in and out.</summary>
    public static RouteGroupBuilder MapNewCitizenHomes(this IEndpointRouteBuilder endpoints)
    {
        var group = EndpointGroup.Open(endpoints, "/homes", "Homes");
        HousingEndpoints.Map(group);
        return group;
    }

    /// <summary>Standard addresses (标准地址).</summary>
    public static RouteGroupBuilder MapNewCitizenAddresses(this IEndpointRouteBuilder endpoints)
    {
        var group = EndpointGroup.Open(endpoints, "/addresses", "Addresses");
        AddressEndpoints.Map(group);
        return group;
    }

    /// <summary>Code tables and divisions (代码表、行政区划).</summary>
    public static RouteGroupBuilder MapNewCitizenCodes(this IEndpointRouteBuilder endpoints)
    {
        var group = EndpointGroup.Open(endpoints, "/codes", "Codes");
        CodeEndpoints.Map(group);
        return group;
    }

    /// <summary>Whether the store can be reached, for a load balancer: one word, open to all, on purpose.</summary>
    /// <param name="endpoints">The host's routes.</param>
    /// <param name="pattern">Path, such as <c>/health</c>.</param>
    public static IEndpointConventionBuilder MapNewCitizenHealth(this IEndpointRouteBuilder endpoints, string pattern)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return endpoints
            .MapHealthChecks(pattern, new HealthCheckOptions { Predicate = check => check.Tags.Contains(NewCitizen.AspNetCore.Health.StoreHealthCheck.Tag) })
            .AllowAnonymous();
    }
}
