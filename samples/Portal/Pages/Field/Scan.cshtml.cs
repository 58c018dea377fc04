using Microsoft.AspNetCore.Mvc;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Plates;
using Portal.Field;
using Portal.Forms;

namespace Portal.Pages.Field;

/// <summary>Where the QR code of a door plate leads. Anybody may open it, so a stranger is shown no person and no address.</summary>
public sealed class ScanModel(PlateManager plates, Doors doors, IAccessContextFactory contexts) : PortalPage
{
    public PlateView Shown { get; private set; } = null!;

    public bool IsRevoked { get; private set; }

    /// <summary>What the plate carries, for the form about this home.</summary>
    public string Token { get; private set; } = string.Empty;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        var (context, _) = await doors.FindAsync(token, cancellationToken);
        var viewer = contexts.TryCreate(User, out var desk) && desk.Agency == context.Agency ? new PlateViewer(PlateRole.GridWorker) : PlateViewer.Anybody;
        var outcome = await plates.ScanAsync(viewer.Role == PlateRole.Public ? context : desk!, token, viewer, cancellationToken);
        if (outcome.Succeeded)
        {
            (Shown, Token) = (outcome.Value, token);
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
}
