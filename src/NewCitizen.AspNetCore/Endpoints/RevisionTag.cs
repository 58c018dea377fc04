using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Errors;
using NewCitizen.Storage;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Carries a <see cref="Revision"/> as a strong ETag, and back in If-Match.</summary>
internal static class RevisionTag
{
    public static void Set(HttpContext http, Revision revision) => http.Response.Headers.ETag = $"\"{revision}\"";

    /// <summary>The state the caller has seen; <c>*</c> and lists are refused, since "whatever it is now" is how changes get lost.</summary>
    public static bool TryRead(HttpContext http, out Revision revision, [NotNullWhen(false)] out IResult? refusal)
    {
        var header = http.Request.Headers.IfMatch;
        revision = default;
        if (header.Count == 0)
        {
            refusal = Problem.Of(http, WebErrors.IfMatchMissing);
            return false;
        }

        var text = header.Count == 1 ? header[0]!.Trim() : string.Empty;
        var valid = text is ['"', _, .., '"'] && Revision.TryParse(text[1..^1], CultureInfo.InvariantCulture, out revision);
        refusal = valid ? null : Problem.Of(http, WebErrors.IfMatchInvalid);
        return valid;
    }
}
