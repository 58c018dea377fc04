using Microsoft.AspNetCore.Mvc;
using NewCitizen.Appointments;
using Portal.Hall;

namespace Portal.Pages.My;

public sealed class WaitingModel(AppointmentManager appointments, WaitLinks links) : HallPage
{
    public WaitlistEntry Entry { get; private set; } = null!;

    public string? OfferLink { get; private set; }

    public string State => Entry.Status switch
    {
        WaitlistStatus.Waiting => Words.T("候补中", "Waiting"),
        WaitlistStatus.Offered => Words.T("已到号", "Offered"),
        _ => Words.T("已结束", "Over"),
    };

    public async Task<IActionResult> OnGetAsync(string link, CancellationToken cancellationToken) => await LoadAsync(link, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string link, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(link, cancellationToken))
        {
            return NotFound();
        }

        var left = await appointments.LeaveWaitlistAsync(Desk, Entry.Id, Entry.Revision, cancellationToken);
        Take(left.Issues);
        return left.Succeeded ? Redirect($"/waiting/{link}") : Page();
    }

    private async Task<bool> LoadAsync(string link, CancellationToken cancellationToken)
    {
        if (links.Open(link) is not { } id || await appointments.FindWaitlistEntryAsync(Desk, id, cancellationToken) is not { } entry)
        {
            return false;
        }

        Entry = entry;
        OfferLink = entry is { Status: WaitlistStatus.Offered, Offer: { } offer } ? appointments.SealLink(Desk, offer) : null;
        return true;
    }
}
