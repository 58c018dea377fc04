using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using Microsoft.Extensions.Options;
using NewCitizen.Access;
using NewCitizen.Agencies;

namespace NewCitizen.AspNetCore.Access;

/// <summary>Reads agency and account from claims.</summary>
internal sealed class ClaimsAccessContextFactory(IOptions<AccessOptions> options) : IAccessContextFactory
{
    public bool TryCreate(ClaimsPrincipal user, [NotNullWhen(true)] out AccessContext? context)
    {
        ArgumentNullException.ThrowIfNull(user);
        context = null;
        if (user.Identity is not { IsAuthenticated: true }
            || Single(user, options.Value.AgencyClaim) is not { } agencyText
            || !AgencyId.TryParse(agencyText, out var agency)
            || Single(user, options.Value.AccountClaim) is not { Length: >= 1 and <= AccessContext.MaxTextLength } account
            || string.IsNullOrWhiteSpace(account))
        {
            return false;
        }

        context = new AccessContext(agency, account);
        return true;
    }

    private static string? Single(ClaimsPrincipal user, string type)
    {
        var values = user.FindAll(type).Select(claim => claim.Value).Distinct(StringComparer.Ordinal).Take(2).ToArray();
        return values.Length == 1 ? values[0] : null;
    }
}
