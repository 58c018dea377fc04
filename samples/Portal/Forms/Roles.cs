using System.Security.Claims;
using NewCitizen.AspNetCore.Access;

namespace Portal.Forms;

/// <summary>Which links to show. What is allowed, the policies decide.</summary>
public static class Roles
{
    public static bool MayWrite(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.HasClaim(claim => claim.Type == NewCitizenClaims.Role && claim.Value is NewCitizenRoles.Clerk or NewCitizenRoles.Officer);
    }
}
