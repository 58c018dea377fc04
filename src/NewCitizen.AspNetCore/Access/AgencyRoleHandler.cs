using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace NewCitizen.AspNetCore.Access;

/// <summary>Decides <see cref="AgencyRoleRequirement"/>. An account with two agencies is refused: whose people would it see?</summary>
internal sealed class AgencyRoleHandler(IAccessContextFactory contexts, IOptions<AccessOptions> options) : AuthorizationHandler<AgencyRoleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AgencyRoleRequirement requirement)
    {
        var roles = options.Value.RolesOf(requirement.Policy);
        if (contexts.TryCreate(context.User, out _) && context.User.FindAll(options.Value.RoleClaim).Any(claim => roles.Contains(claim.Value, StringComparer.Ordinal)))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
