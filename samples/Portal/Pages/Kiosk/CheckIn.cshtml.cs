using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Queues;
using Portal.Accounts;
using Portal.Hall;
using Portal.Security;

namespace Portal.Pages.Kiosk;

[EnableRateLimiting(SignInSetup.LookUpLimit)]
public sealed class CheckInModel(CentreManager centres, AppointmentManager appointments, QueueManager queue) : KioskPage(centres)
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? LastFour { get; set; }

    /// <summary>More time was asked for: the same page with what was typed.</summary>
    [BindProperty]
    public bool More { get; set; }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => More ? WaitAsync() : SubmitAsync(() => ArriveAsync(cancellationToken), () => Task.FromResult<IActionResult>(Page()));

    private async Task<IActionResult> WaitAsync()
    {
        // Once a form: whoever comes next cannot bring it back by sending the page again.
        var first = false;
        await HttpContext.RequestServices.GetRequiredService<SubmittedForms>().OnceAsync("kiosk-more", FormKey, () =>
        {
            first = true;
            return Task.FromResult<string?>(Home);
        });
        (FormKey, Number, LastFour) = (null, first ? Number : null, first ? LastFour : null);
        return Page();
    }

    private async Task<string?> ArriveAsync(CancellationToken cancellationToken)
    {
        var found = await appointments.FindMineAsync(Desk, Number ?? string.Empty, LastFour?.Trim() ?? string.Empty, cancellationToken);
        Errors.Take(found.Issues, new Dictionary<string, string>(StringComparer.Ordinal), "Number");
        if (!found.Succeeded)
        {
            return null;
        }

        var arrived = await queue.CheckInAsync(Desk, new CheckIn(Centre.Id, found.Value.Id), cancellationToken);
        Errors.Take(arrived.Issues, new Dictionary<string, string>(StringComparer.Ordinal), "Number");
        return arrived.Succeeded ? $"{Home}/ticket/{arrived.Value.Link}" : null;
    }
}
