namespace NewCitizen.AspNetCore.Access;

/// <summary>Names of the authorisation policies (授权策略). Everything is closed unless one of them opens it.</summary>
public static class NewCitizenPolicies
{
    /// <summary>Reading masked data and code tables.</summary>
    public const string Read = "NewCitizen.Read";

    /// <summary>Registering and changing.</summary>
    public const string Write = "NewCitizen.Write";

    /// <summary>Seeing full personal data; the manager demands a purpose as well.</summary>
    public const string Reveal = "NewCitizen.Reveal";
}
