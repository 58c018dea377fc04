using NewCitizen.Rules;

namespace NewCitizen.Permits;

/// <summary>Something a permit's holder is entitled to while its functions are in force (持证人权益).</summary>
/// <param name="Code">Stable code.</param>
/// <param name="ChineseName">As the regulation names it.</param>
/// <param name="EnglishName">In English; a working translation.</param>
/// <param name="Source">Where it stands.</param>
public sealed record PermitEntitlement(string Code, string ChineseName, string EnglishName, LegalSource Source);
