using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NewCitizen.Appointments;
using Portal.Accounts;
using Portal.Hall;

namespace Portal.Pages.My;

[EnableRateLimiting(SignInSetup.LookUpLimit)]
public sealed class IndexModel(AppointmentManager appointments) : HallPage
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? LastFour { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Number))
        {
            Errors.Add("Number", Words.T("请填写预约号", "Enter the booking number"));
        }

        if (string.IsNullOrWhiteSpace(LastFour))
        {
            Errors.Add("LastFour", Words.T("请填写证件号码后四位", "Enter the last four characters"));
        }

        if (Errors.Any)
        {
            return Page();
        }

        var found = await appointments.FindMineAsync(Desk, Number!, LastFour!.Trim(), cancellationToken);
        Errors.Take(found.Issues, new Dictionary<string, string>(StringComparer.Ordinal), "Number");
        return found.Succeeded ? Redirect($"/my/{appointments.SealLink(Desk, found.Value.Id)}") : Page();
    }
}
