using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NewCitizen.Cases;
using Portal.Accounts;
using Portal.Hall;

namespace Portal.Pages.Hall;

[EnableRateLimiting(SignInSetup.LookUpLimit)]
public sealed class FindCaseModel(CaseManager cases, WaitLinks links) : HallPage
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
            Errors.Add("Number", Words.T("请填写办件号", "Enter the case number"));
        }

        if (string.IsNullOrWhiteSpace(LastFour))
        {
            Errors.Add("LastFour", Words.T("请填写证件号码后四位", "Enter the last four characters"));
        }

        if (Errors.Any)
        {
            return Page();
        }

        if (await cases.FindForApplicantAsync(Desk, Number!.Trim(), LastFour!.Trim(), cancellationToken) is { } found)
        {
            return Redirect($"/case/{links.Seal(found.Id)}");
        }

        Errors.Add("Number", Words.T("没有找到办件，请核对办件号和证件号码后四位", "No such case; check the number and the last four characters"));
        return Page();
    }
}
