using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.Access;
using NewCitizen.AspNetCore.Access;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Errors;
using NewCitizen.Residents;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Full personal data, for a stated purpose.</summary>
internal static class RevealEndpoints
{
    /// <summary>States the purpose, percent-encoded UTF-8 so that Chinese fits into a header.</summary>
    public const string PurposeHeader = "Access-Purpose";

    // POST: it writes an audit entry, and must not be fetched ahead by a browser or a proxy.
    public static void Map(RouteGroupBuilder group) => group
        .MapPost("/{id:guid}/full", ReadFullAsync)
        .RequireAuthorization(NewCitizenPolicies.Reveal)
        .Describe<FullResidentModel>("RevealResident", "Read a file in full; needs the header Access-Purpose and leaves an audit entry");

    private static async Task<IResult> ReadFullAsync(HttpContext http, Guid id, ResidentManager residents, IAccessContextFactory access, CancellationToken cancellationToken)
    {
        var context = access.Create(http.User);
        var purpose = Uri.UnescapeDataString(http.Request.Headers[PurposeHeader].ToString()).Trim();
        if (purpose.Length > AccessContext.MaxTextLength)
        {
            return Problem.Of(http, WebErrors.PurposeTooLong, $"{AccessContext.MaxTextLength}");
        }

        if (purpose.Length > 0)
        {
            context = context.For(purpose);
        }

        var outcome = await residents.ReadFullAsync(context, new ResidentId(id), cancellationToken).ConfigureAwait(false);
        if (!outcome.Succeeded)
        {
            return Problem.Of(http, outcome.Issues);
        }

        var overview = await residents.FindAsync(context, new ResidentId(id), cancellationToken).ConfigureAwait(false);
        if (overview is null)
        {
            return Problem.Of(http, Storage.StorageErrors.NotFound);
        }

        RevisionTag.Set(http, outcome.Value.Revision);
        return Results.Json(FullResidentModel.Of(outcome.Value, overview), WebJson.Default.FullResidentModel);
    }
}
