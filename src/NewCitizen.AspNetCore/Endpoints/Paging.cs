using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Errors;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Bounds of a page.</summary>
internal static class Paging
{
    public const int Usual = 50;

    public static bool TryLimit(HttpContext http, int? asked, int most, out int limit, [NotNullWhen(false)] out IResult? refusal)
    {
        limit = asked ?? Usual;
        refusal = limit >= 1 && limit <= most ? null : Problem.Of(http, WebErrors.LimitOutOfRange, "1", most.ToString(CultureInfo.InvariantCulture));
        return refusal is null;
    }
}
