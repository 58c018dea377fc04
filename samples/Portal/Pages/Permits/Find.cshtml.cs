using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NewCitizen.Permits;
using Portal.Accounts;
using Portal.Hall;
using Portal.Permits;

namespace Portal.Pages.Permits;

[EnableRateLimiting(SignInSetup.LookUpLimit)]
public sealed class FindModel(PermitManager permits, PermitLinks links) : HallPage
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
            Errors.Add("Number", Words.T("请填写受理编号", "Enter the number"));
        }

        if (string.IsNullOrWhiteSpace(LastFour))
        {
            Errors.Add("LastFour", Words.T("请填写证件号码后四位", "Enter the last four characters"));
        }

        if (Errors.Any)
        {
            return Page();
        }

        if (await permits.FindForHolderAsync(Desk, Number!, LastFour!, cancellationToken) is { } found)
        {
            return Redirect($"/permit/{links.Seal(found.Id)}");
        }

        Errors.Add("Number", Words.T("没有找到，请核对受理编号和证件号码后四位", "Nothing fits; check the number and the last four characters"));
        return Page();
    }
}
