using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Calendars;
using NewCitizen.Cases;
using NewCitizen.Errors;
using NewCitizen.Services;
using Portal.Forms;
using Portal.Hall;

namespace Portal.Pages.Cases;

public sealed class DetailModel(CaseManager cases, ServiceItemManager items, IWorkCalendarSource calendars, IAuthorizationService policies) : PortalPage
{
    [BindProperty]
    public string? Act { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public List<string> Papers { get; set; } = [];

    public ServiceCase Case { get; private set; } = null!;

    public ServiceItem Item { get; private set; } = null!;

    public IReadOnlyList<ServiceMaterial> OnFile => [.. Item.Materials.Where(paper => Case.Papers.Contains(paper.Code, StringComparer.Ordinal))];

    public IReadOnlyList<ServiceMaterial> Asked => [.. Item.Materials.Where(paper => Case.AskedFor?.Contains(paper.Code, StringComparer.Ordinal) == true)];

    /// <summary>What is missing, alternatives together.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    public string Due { get; private set; } = string.Empty;

    public bool MayWrite => Roles.MayWrite(User);

    public IReadOnlyList<(string Code, string Name, bool NeedsReason)> Acts => Case.State switch
    {
        CaseState.Submitted =>
        [
            ("accept", Words.T("受理", "Accept"), false), ("ask", Words.T("一次性告知补正", "Ask once for what is missing"), false), ("not-accept", Words.T("不予受理", "Do not accept"), true),
        ],
        CaseState.SupplementAsked => [("supplement", Words.T("收到补正", "Papers came in"), false)],
        CaseState.Supplemented => [("accept", Words.T("受理", "Accept"), false), ("not-accept", Words.T("不予受理", "Do not accept"), true)],
        CaseState.Accepted => [("grant", Words.T("准予", "Grant"), false), ("refuse", Words.T("不予批准", "Refuse"), true)],
        CaseState.Granted or CaseState.Refused => [("deliver", Words.T("送达", "Deliver"), false)],
        _ => [],
    };

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        !(await policies.AuthorizeAsync(User, NewCitizenPolicies.Write)).Succeeded ? Forbid()
        : await cases.FindAsync(Desk, new ServiceCaseId(id), cancellationToken) is { } found ? await SubmitAsync(() => ActAsync(found, cancellationToken), () => ShowAsync(id, cancellationToken))
        : NotFound();

    private async Task<string?> ActAsync(ServiceCase found, CancellationToken cancellationToken)
    {
        var reason = Reason?.Trim() ?? string.Empty;
        Outcome<ServiceCase>? outcome = Act switch
        {
            "accept" => await cases.AcceptAsync(Desk, found.Id, found.Revision, cancellationToken),
            "ask" => await cases.AskSupplementAsync(Desk, found.Id, found.Revision, Papers, cancellationToken),
            "supplement" => await cases.SupplementAsync(Desk, found.Id, found.Revision, Papers, cancellationToken),
            "not-accept" => await cases.RefuseAcceptanceAsync(Desk, found.Id, found.Revision, reason, cancellationToken),
            "grant" => await cases.DecideAsync(Desk, found.Id, found.Revision, granted: true, null, cancellationToken),
            "refuse" => await cases.DecideAsync(Desk, found.Id, found.Revision, granted: false, reason, cancellationToken),
            "deliver" => await cases.DeliverAsync(Desk, found.Id, found.Revision, cancellationToken),
            _ => null,
        };
        Errors.Take(outcome?.Issues ?? [], new Dictionary<string, string>(StringComparer.Ordinal) { ["/reason"] = "Reason", ["/papers"] = "Papers" }, HallPage.NoField);
        return outcome is null or { Succeeded: true } ? $"/desk/cases/{found.Id}" : null;
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(Desk, new ServiceCaseId(id), cancellationToken) is not { } found || await items.FindAsync(Desk, found.Item, cancellationToken) is not { } item)
        {
            return NotFound();
        }

        (Case, Item) = (found, item);
        Missing = [.. OneTimeNotice.For(item, found.Papers, ShanghaiTime.DateOf(found.SubmittedAt), calendars.Current).Missing.Select(paper => string.Join(Words.T("或", " or "), paper.AnyOf.Select(HallPage.NameOf)))];
        Due = CaseTexts.Due(found.Due(calendars.Current), Today);
        return Page();
    }
}
