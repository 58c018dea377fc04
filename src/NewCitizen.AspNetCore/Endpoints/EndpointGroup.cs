using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Problems;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>What all groups have in common: closed but for readers, refusals as problems, never cached.</summary>
internal static class EndpointGroup
{
    public static RouteGroupBuilder Open(IEndpointRouteBuilder endpoints, string prefix, string tag)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var group = endpoints.MapGroup(prefix);
        group.RequireAuthorization(NewCitizenPolicies.Read).WithTags(tag).WithMetadata(NewCitizenEndpoint.Instance).AddEndpointFilter(new ProblemFilter());
        return group;
    }

    public static RouteHandlerBuilder Describe<TAnswer>(this RouteHandlerBuilder builder, string name, string summary, int status = StatusCodes.Status200OK) => builder
        .WithName(name)
        .WithSummary(summary)
        .Produces<TAnswer>(status)
        .Produces<ProblemModel>(StatusCodes.Status422UnprocessableEntity, "application/problem+json");

    public static RouteHandlerBuilder ForWriting(this RouteHandlerBuilder builder) => builder.RequireAuthorization(NewCitizenPolicies.Write);
}
