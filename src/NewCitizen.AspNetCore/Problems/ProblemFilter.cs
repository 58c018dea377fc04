using Microsoft.AspNetCore.Http;
using NewCitizen.Errors;

namespace NewCitizen.AspNetCore.Problems;

/// <summary>Says coded exceptions of the SDK, such as a store that cannot be reached, as problems; all others are the host's.</summary>
internal sealed class ProblemFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        // What people's files say is not for caches, shared or not.
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        try
        {
            return await next(context).ConfigureAwait(false);
        }
        catch (NewCitizenException exception)
        {
            return Problem.Of(context.HttpContext, exception.Code, exception.Arguments);
        }
    }
}
