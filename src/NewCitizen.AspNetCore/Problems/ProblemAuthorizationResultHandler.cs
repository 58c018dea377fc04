using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using NewCitizen.AspNetCore.Endpoints;
using NewCitizen.Errors;

namespace NewCitizen.AspNetCore.Problems;

/// <summary>Says 401 and 403 of our endpoints as problems; every other endpoint is answered as before.</summary>
internal sealed class ProblemAuthorizationResultHandler : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        await _usual.HandleAsync(next, context, policy, authorizeResult).ConfigureAwait(false);
        if (authorizeResult.Succeeded || context.Response.HasStarted || context.GetEndpoint()?.Metadata.GetMetadata<NewCitizenEndpoint>() is null)
        {
            return;
        }

        // A program cannot follow a redirect to a sign-in page.
        context.Response.Headers.Remove("Location");
        await Problem.WriteAsync(context, authorizeResult.Challenged ? WebErrors.NotSignedIn : WebErrors.NotAllowed).ConfigureAwait(false);
    }
}
