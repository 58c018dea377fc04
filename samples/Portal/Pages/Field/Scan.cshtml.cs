using Microsoft.AspNetCore.Mvc;
using NewCitizen.Access;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Plates;
using Portal.Forms;
using Portal.Hall;

namespace Portal.Pages.Field;

/// <summary>Where the QR code of a door plate leads. Anybody may open it, so a stranger is shown no person and no address.</summary>
public sealed class ScanModel(PlateManager plates, PlateSigner signer, HallContexts halls, IAccessContextFactory contexts) : PortalPage
{
    public PlateView Shown { get; private set; } = null!;

    public bool IsRevoked { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        var context = await ContextOfAsync(token, cancellationToken);
        var viewer = contexts.TryCreate(User, out var desk) && desk.Agency == context.Agency ? new PlateViewer(PlateRole.GridWorker) : PlateViewer.Anybody;
        var outcome = await plates.ScanAsync(viewer.Role == PlateRole.Public ? context : desk!, token, viewer, cancellationToken);
        if (outcome.Succeeded)
        {
            Shown = outcome.Value;
            return Page();
        }

        if (outcome.FirstError.Code != PlateErrors.Revoked)
        {
            return NotFound();
        }

        IsRevoked = true;
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    // A plate does not say whose it is. Only a genuine one is looked for, so that a forgery costs no look into the store.
    private async Task<AccessContext> ContextOfAsync(string token, CancellationToken cancellationToken)
    {
        if (signer.TryVerify(token, out var read))
        {
            foreach (var agency in halls.Agencies.Distinct())
            {
                var there = new AccessContext(agency, halls.Public.Actor);
                if (await plates.FindByCodeAsync(there, read.Code, cancellationToken) is not null)
                {
                    return there;
                }
            }
        }

        return halls.Public;
    }
}
