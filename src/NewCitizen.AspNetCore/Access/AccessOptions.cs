namespace NewCitizen.AspNetCore.Access;

/// <summary>Which claims and roles open what (访问设置).</summary>
public sealed class AccessOptions
{
    /// <summary>Claim type of the agency.</summary>
    public string AgencyClaim { get; set; } = NewCitizenClaims.Agency;

    /// <summary>Claim type of the account id.</summary>
    public string AccountClaim { get; set; } = NewCitizenClaims.Account;

    /// <summary>Claim type of the role; an account may have several.</summary>
    public string RoleClaim { get; set; } = NewCitizenClaims.Role;

    /// <summary>Roles that may read masked data.</summary>
    public IReadOnlyList<string> ReadRoles { get; set; } = [NewCitizenRoles.Reader, NewCitizenRoles.Clerk, NewCitizenRoles.Officer];

    /// <summary>Roles that may register and change.</summary>
    public IReadOnlyList<string> WriteRoles { get; set; } = [NewCitizenRoles.Clerk, NewCitizenRoles.Officer];

    /// <summary>Roles that may see full personal data.</summary>
    public IReadOnlyList<string> RevealRoles { get; set; } = [NewCitizenRoles.Officer];

    /// <summary>Roles that a policy asks for; none, which opens nothing, for a name that is not ours.</summary>
    /// <param name="policy">A name of <see cref="NewCitizenPolicies"/>.</param>
    public IReadOnlyList<string> RolesOf(string policy) => policy switch
    {
        NewCitizenPolicies.Read => ReadRoles,
        NewCitizenPolicies.Write => WriteRoles,
        NewCitizenPolicies.Reveal => RevealRoles,
        _ => [],
    };
}
