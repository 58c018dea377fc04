using Microsoft.AspNetCore.Authorization;

namespace NewCitizen.AspNetCore.Access;

/// <summary>Asks for one valid agency, an account id, and a role that the policy names (机构与角色要求).</summary>
/// <param name="Policy">A name of <see cref="NewCitizenPolicies"/>.</param>
public sealed record AgencyRoleRequirement(string Policy) : IAuthorizationRequirement;
