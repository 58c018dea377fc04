using NewCitizen.Access;
using NewCitizen.Agencies;
using Portal.Accounts;

namespace Portal.Hall;

/// <summary>On whose behalf pages act that need no sign-in: the agency whose halls this portal shows (<c>Portal:HallAgency</c>, west by default).</summary>
public sealed class HallContexts(IConfiguration configuration)
{
    private readonly AgencyId _agency = AgencyId.Parse(configuration["Portal:HallAgency"] is { Length: > 0 } stated ? stated : "west");

    /// <summary>Agencies whose records this portal looks after: that of the halls, and those of the demo accounts where there are such.</summary>
    public IReadOnlyList<AgencyId> Agencies => configuration.UsesOpenIdConnect() ? [_agency] : [_agency, .. DemoAccounts.Agencies.Select(AgencyId.Parse)];

    /// <summary>Anybody on the web.</summary>
    public AccessContext Public => new(_agency, "public");

    /// <summary>Anybody at a kiosk.</summary>
    public AccessContext Kiosk => new(_agency, "kiosk");

    /// <summary>What starts with the portal.</summary>
    public AccessContext Start => new(_agency, "demo-seed");
}
