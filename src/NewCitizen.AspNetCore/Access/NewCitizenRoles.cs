namespace NewCitizen.AspNetCore.Access;

/// <summary>Roles the SDK knows (角色). Each opens what the one before opens, and more.</summary>
public static class NewCitizenRoles
{
    /// <summary>Looks at masked files (查询员).</summary>
    public const string Reader = "reader";

    /// <summary>Registers and changes (经办员).</summary>
    public const string Clerk = "clerk";

    /// <summary>May also see full personal data for a stated purpose (值班负责人).</summary>
    public const string Officer = "officer";
}
