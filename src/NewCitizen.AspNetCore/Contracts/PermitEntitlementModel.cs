using NewCitizen.Permits;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Something holders are entitled to (持证人权益).</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">As the regulation names it.</param>
/// <param name="EnglishName">In English.</param>
/// <param name="Source">Title and article.</param>
public sealed record PermitEntitlementModel(string Code, string Name, string EnglishName, string Source)
{
    internal static PermitEntitlementModel Of(PermitEntitlement own) => new(own.Code, own.ChineseName, own.EnglishName, own.Source.ToString());
}
