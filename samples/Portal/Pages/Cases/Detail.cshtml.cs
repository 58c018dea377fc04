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

    public ServiceCase Case { get; private set; } = null!;

    public string ItemName { get; private set; } = string.Empty;

    public string Due { get; private set; } = string.Empty;

    public bool MayWrite => Roles.MayWrite(User);

    public IReadOnlyList<(string Code, string Name, bool NeedsReason)> Acts => Case.State switch
    {
        CaseState.Submitted =>
        [
            ("accept", Words.T("受理", "Accept"), false), ("ask", Words.T("一次性告知补正", "Ask once for what is missing"), false), ("not-accept", Words.T("不予受理", "Do not accept"), true),
        ],
        CaseState.Supplemented => [("accept", Words.T("受理", "Accept"), false), ("not-accept", Words.T("不予受理", "Do not accept"), true)],
        CaseState.Accepted => [("grant", Words.T("准予", "Grant"), false), ("refuse", Words.T("不予批准", "Refuse"), true)],
        CaseState.Granted or CaseState.Refused => [("deliver", Words.T("送达", "Deliver"), false)],
        _ => [],
    };

    public static string NameOf(CaseAct act) => act switch
    {
        CaseAct.Submit => Words.T("提交", "Handed in"),
        CaseAct.Accept => Words.T("受理", "Accepted"),
        CaseAct.RefuseAcceptance => Words.T("不予受理", "Not accepted"),
        CaseAct.AskSupplement => Words.T("告知补正", "Asked for papers"),
        CaseAct.Supplement => Words.T("补正", "Papers came in"),
        CaseAct.Grant => Words.T("准予", "Granted"),
        CaseAct.Refuse => Words.T("不予批准", "Refused"),
        CaseAct.Deliver => Words.T("送达", "Delivered"),
        _ => Words.T("撤回", "Withdrawn"),
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
            "ask" => await cases.AskSupplementAsync(Desk, found.Id, found.Revision, [], cancellationToken),
            "not-accept" => await cases.RefuseAcceptanceAsync(Desk, found.Id, found.Revision, reason, cancellationToken),
            "grant" => await cases.DecideAsync(Desk, found.Id, found.Revision, granted: true, null, cancellationToken),
            "refuse" => await cases.DecideAsync(Desk, found.Id, found.Revision, granted: false, reason, cancellationToken),
            "deliver" => await cases.DeliverAsync(Desk, found.Id, found.Revision, cancellationToken),
            _ => null,
        };
        Errors.Take(outcome?.Issues ?? [], new Dictionary<string, string>(StringComparer.Ordinal) { ["/reason"] = "Reason" }, HallPage.NoField);
        return outcome is null or { Succeeded: true } ? $"/desk/cases/{found.Id}" : null;
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(Desk, new ServiceCaseId(id), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Case = found;
        ItemName = await items.FindAsync(Desk, found.Item, cancellationToken) is { } item ? HallPage.NameOf(item) : "—";
        Due = CaseTexts.Due(found.Due(calendars.Current), Today);
        return Page();
    }
}
