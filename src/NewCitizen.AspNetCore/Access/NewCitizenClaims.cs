namespace NewCitizen.AspNetCore.Access;

/// <summary>Claims the SDK reads from the signed-in user (声明). A host with other names maps them in <see cref="AccessOptions"/>.</summary>
public static class NewCitizenClaims
{
    /// <summary>The one agency (站点或部门) the account works for.</summary>
    public const string Agency = "agency";

    /// <summary>The account id; not a name.</summary>
    public const string Account = "sub";

    /// <summary>What the account may do; see <see cref="NewCitizenRoles"/>.</summary>
    public const string Role = "role";
}
