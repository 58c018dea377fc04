using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Housing;
using NewCitizen.Residents;
using Portal.Forms;

namespace Portal.Pages.Homes;

[Authorize(NewCitizenPolicies.Write)]
public sealed class MoveOutModel(HousingManager homes, ResidentManager residents) : PortalPage
{
    public Guid HomeId { get; private set; }

    public Occupancy Stay { get; private set; } = null!;

    public string MaskedName { get; private set; } = "—";

    [BindProperty]
    public string? Until { get; set; }

    public Task<IActionResult> OnGetAsync(Guid id, Guid stay, CancellationToken cancellationToken)
    {
        Until = Iso(Today);
        return FormAsync(id, stay, cancellationToken);
    }

    public Task<IActionResult> OnPostAsync(Guid id, Guid stay, CancellationToken cancellationToken) =>
        SubmitAsync(() => MoveOutAsync(id, stay, cancellationToken), () => FormAsync(id, stay, cancellationToken));

    private async Task<IActionResult> FormAsync(Guid id, Guid stay, CancellationToken cancellationToken)
    {
        var stays = await homes.ListOccupanciesAsync(Desk, new RentalPropertyId(id), 1000, after: null, cancellationToken);
        if (stays.Items.FirstOrDefault(entry => entry.Id.Value == stay && entry.Until is null) is not { } found)
        {
            return NotFound();
        }

        (HomeId, Stay) = (id, found);
        MaskedName = (await residents.FindAsync(Desk, found.Resident, cancellationToken))?.MaskedName ?? "—";
        return Page();
    }

    private async Task<string?> MoveOutAsync(Guid id, Guid stay, CancellationToken cancellationToken)
    {
        var until = ReadDate(nameof(Until), Until, Words.T("退房日期", "Moved out on"));
        if (until is null && !Errors.Any)
        {
            Errors.Add(nameof(Until), Words.T("请填写退房日期", "Enter the day"));
        }

        if (Errors.Any)
        {
            return null;
        }

        var outcome = await homes.MoveOutAsync(Desk, new OccupancyId(stay), until!.Value, cancellationToken);
        Errors.Take(outcome.Issues, new Dictionary<string, string>(StringComparer.Ordinal), nameof(Until));
        return outcome.Succeeded ? $"/homes/{id}" : null;
    }
}
