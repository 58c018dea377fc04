using Microsoft.AspNetCore.Mvc;
using NewCitizen.Residents;
using Portal.Forms;

namespace Portal.Pages.Residents;

public sealed class RegisteredModel(ResidentManager residents) : PortalPage
{
    public ResidentOverview Overview { get; private set; } = null!;

    public RegistrationEffect Effect { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, RegistrationEffect effect, CancellationToken cancellationToken)
    {
        if (await residents.FindAsync(Desk, new ResidentId(id), cancellationToken) is not { } overview)
        {
            return NotFound();
        }

        (Overview, Effect) = (overview, effect);
        return Page();
    }
}
