using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.Access;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Residents;
using Portal.Forms;

namespace Portal.Pages.Residents;

[Authorize(NewCitizenPolicies.Reveal)]
public sealed class FullModel(ResidentManager residents) : PortalPage
{
    [BindProperty]
    public string? Purpose { get; set; }

    public Guid Id { get; private set; }

    public string MaskedName { get; private set; } = string.Empty;

    public Resident? Revealed { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => FormAsync(id, cancellationToken);

    // Shown as the answer to the POST itself: full data must not have an address that can be opened again without a purpose.
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var purpose = Purpose?.Trim() ?? string.Empty;
        if (purpose.Length is 0 or > AccessContext.MaxTextLength)
        {
            Errors.Add("Purpose", Words.T("请说明查看目的（不超过 200 字）", "State the purpose (at most 200 characters)"));
            return await FormAsync(id, cancellationToken);
        }

        var outcome = await residents.ReadFullAsync(Desk.For(purpose), new ResidentId(id), cancellationToken);
        if (!outcome.Succeeded)
        {
            return NotFound();
        }

        (Id, Revealed) = (id, outcome.Value);
        return Page();
    }

    private async Task<IActionResult> FormAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await residents.FindAsync(Desk, new ResidentId(id), cancellationToken) is not { } overview)
        {
            return NotFound();
        }

        (Id, MaskedName) = (id, overview.MaskedName);
        return Page();
    }
}
