using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using NewCitizen.Access;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Errors;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>The purpose a caller states, percent-encoded UTF-8 so that Chinese fits into a header. The manager refuses a call without one.</summary>
internal static class Purpose
{
    public static bool TryState(HttpContext http, AccessContext context, out AccessContext stated, [NotNullWhen(false)] out IResult? refusal)
    {
        var purpose = Uri.UnescapeDataString(http.Request.Headers[RevealEndpoints.PurposeHeader].ToString()).Trim();
        stated = purpose.Length is > 0 and <= AccessContext.MaxTextLength ? context.For(purpose) : context;
        refusal = purpose.Length > AccessContext.MaxTextLength ? Problem.Of(http, WebErrors.PurposeTooLong, $"{AccessContext.MaxTextLength}") : null;
        return refusal is null;
    }
}
