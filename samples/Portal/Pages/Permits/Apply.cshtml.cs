using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NewCitizen.Access;
using NewCitizen.People;
using NewCitizen.Permits;
using NewCitizen.Residents;
using NewCitizen.Services;
using Portal.Accounts;
using Portal.Hall;
using Portal.Permits;

namespace Portal.Pages.Permits;

/// <summary>
/// Checks and applies. Name and number must both be those of a file; whoever has one of them wrong learns no more than that. Days of stays are shown, addresses are not.
/// </summary>
[EnableRateLimiting(SignInSetup.LookUpLimit)]
public sealed class ApplyModel(ResidentManager residents, PermitManager permits, PermitLinks links) : HallPage
{
    private const string Purpose = "permit application: who applies";

    private static readonly Dictionary<string, string> s_fields = new(StringComparer.Ordinal) { ["/resident"] = "Number", ["/circumstances"] = "Route", ["/papers"] = "Papers" };

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Route { get; set; }

    [BindProperty]
    public string? OtherPermit { get; set; }

    [BindProperty]
    public bool HukouElsewhere { get; set; }

    [BindProperty]
    public List<string> Papers { get; set; } = [];

    [BindProperty]
    public string? Act { get; set; }

    public PermitEligibility? Eligibility { get; private set; }

    public IReadOnlyList<ServiceMaterial> PapersNeeded { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var circumstances = new PermitCircumstances(
            Enum.TryParse<PermitRoute>(Route, out var route) ? route : PermitRoute.Home, HukouElsewhere, OtherPermit is "110000" or "130000" ? OtherPermit : null);
        if (await WhoAsync(cancellationToken) is not { } person)
        {
            return Page();
        }

        return Act == "apply"
            ? await SubmitAsync(() => HandInAsync(person, circumstances, cancellationToken), () => CheckAsync(person, circumstances, cancellationToken))
            : await CheckAsync(person, circumstances, cancellationToken);
    }

    private async Task<string?> HandInAsync(ResidentId person, PermitCircumstances circumstances, CancellationToken cancellationToken)
    {
        var key = StoreKey([person.ToString(), circumstances.ToString(), .. Papers]);
        var applied = await permits.ApplyAsync(Desk, new ApplyForPermit(person, circumstances, Papers), key, cancellationToken);
        Errors.Take(applied.Issues, s_fields, "Number");
        return applied.Succeeded ? $"/permit/{links.Seal(applied.Value.Id)}?done=applied" : null;
    }

    private async Task<IActionResult> CheckAsync(ResidentId person, PermitCircumstances circumstances, CancellationToken cancellationToken)
    {
        var assessed = await permits.AssessAsync(Desk, person, circumstances, cancellationToken);
        Errors.Take(assessed.Issues, s_fields, "Number");
        Eligibility = assessed.Value;
        PapersNeeded = PermitPapers.For(circumstances.Route, byAgent: false, Eligibility?.IsExempt == true);
        return Page();
    }

    private async Task<ResidentId?> WhoAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            Errors.Add("Name", Words.T("请填写姓名", "Enter your name"));
        }

        if (string.IsNullOrWhiteSpace(Number))
        {
            Errors.Add("Number", Words.T("请填写公民身份号码", "Enter your identity number"));
        }

        if (Errors.Any)
        {
            return null;
        }

        if (PersonName.TryParse(Name, out var stated, out _)
            && await residents.FindByDocumentAsync(Desk, new StatedDocument { Number = Number!.Trim() }, cancellationToken) is { } found
            && (await residents.ReadFullAsync(Desk.For(Purpose), found.Id, cancellationToken)).Value is { } file
            && string.Equals(file.CurrentName.ToSearchKey(), stated.ToSearchKey(), StringComparison.Ordinal))
        {
            return file.Id;
        }

        Errors.Add("Number", Words.T("没有找到相符的居住登记，请核对姓名和号码，或先办理居住登记", "No residence registration fits; check name and number, or register your residence first"));
        return null;
    }
}
