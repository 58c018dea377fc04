using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.AspNetCore.Access;
using NewCitizen.Errors;
using NewCitizen.Permits;
using NewCitizen.Residents;
using NewCitizen.Services;
using NodaTime;
using Portal.Forms;
using Portal.Hall;
using Portal.Permits;

namespace Portal.Pages.PermitDesk;

public sealed class DetailModel(PermitManager permits, ResidentManager residents, IAuthorizationService policies) : PortalPage
{
    private static readonly Dictionary<string, string> s_fields = new(StringComparer.Ordinal) { ["/reason"] = "Reason", ["/papers"] = "Papers" };

    public static IReadOnlyList<(string Value, string Text)> Causes => [.. Enum.GetValues<PermitCancelReason>().Select(cause => (cause.ToString(), PermitTexts.Cause(cause)))];

    [BindProperty]
    public string? Act { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Cause { get; set; }

    [BindProperty]
    public bool OldCard { get; set; }

    [BindProperty]
    public List<string> Papers { get; set; } = [];

    public ResidencePermit Permit { get; private set; } = null!;

    public PermitStanding Standing { get; private set; } = null!;

    public IReadOnlyList<PermitTraceLine> Lines { get; private set; } = [];

    public string HolderName { get; private set; } = "—";

    public bool MayWrite => Roles.MayWrite(User);

    public PermitFeeAnswer Fee => permits.FeeOf(Permit, PermitAct.Replace);

    public LocalDate? IssueBy => Standing.State is PermitState.Accepted or PermitState.SignedOff ? PermitLimit.LastDay(Standing, Permit.ExtendedDays) : null;

    public LocalDate? StageBy => PermitLimit.StageLastDay(Standing, Permit.Division);

    public IReadOnlyList<ServiceMaterial> OnFile => [.. Permit.PapersNeeded.Where(paper => Permit.Papers.Contains(paper.Code, StringComparer.Ordinal))];

    public IReadOnlyList<ServiceMaterial> Asked => [.. Permit.PapersNeeded.Where(paper => Permit.AskedFor?.Contains(paper.Code, StringComparer.Ordinal) == true)];

    public IReadOnlyList<(string Code, string Name, bool NeedsReason, bool IsMain)> Acts => Standing.State switch
    {
        PermitState.Applied =>
        [
            ("accept", Words.T("受理", "Accept"), false, true), ("ask", Words.T("一次性告知所缺材料", "Tell once what is missing"), false, true), ("not-accept", Words.T("不予受理", "Do not accept"), true, false),
        ],
        PermitState.SupplementAsked => [("supplement", Words.T("收到补充材料", "Papers came in"), false, true)],
        PermitState.Supplemented => [("accept", Words.T("受理", "Accept"), false, true), ("not-accept", Words.T("不予受理", "Do not accept"), true, false)],
        PermitState.Accepted =>
        [
            ("sign-off", Words.T("审核通过", "Sign off"), false, true), ("extend", Words.T("延长期限", "Extend the limit"), true, false), ("refuse", Words.T("不予发证", "Refuse"), true, false),
        ],
        PermitState.SignedOff =>
        [
            ("issue", Words.T("签发", "Issue"), false, true), ("extend", Words.T("延长期限", "Extend the limit"), true, false), ("refuse", Words.T("不予发证", "Refuse"), true, false),
        ],
        PermitState.Active or PermitState.Suspended =>
        [
            ("endorse", Standing.State == PermitState.Active ? Words.T("签注", "Endorse") : Words.T("补办签注", "Endorse late"), false, true),
            .. CardActs(),
            ("cancel", Words.T("注销", "Cancel"), false, false),
        ],
        _ => [],
    };

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        !(await policies.AuthorizeAsync(User, NewCitizenPolicies.Write)).Succeeded ? Forbid()
        : await permits.FindAsync(Desk, new(id), cancellationToken) is { } found ? await SubmitAsync(() => ActAsync(found, cancellationToken), () => ShowAsync(id, cancellationToken))
        : NotFound();

    private IEnumerable<(string Code, string Name, bool NeedsReason, bool IsMain)> CardActs() => Standing.Card == PermitCardState.InHand
        ? [("lost", Words.T("挂失", "Report lost"), false, false), ("damaged", Words.T("报损", "Report damaged"), false, false)]
        : [("replace", Words.T("换领、补领", "Replace the card"), false, false)];

    private async Task<string?> ActAsync(ResidencePermit found, CancellationToken cancellationToken)
    {
        var reason = Reason?.Trim() ?? string.Empty;
        var (id, revision) = (found.Id, found.Revision);
        Outcome<ResidencePermit>? outcome = Act switch
        {
            "accept" => await permits.AcceptAsync(Desk, id, revision, cancellationToken),
            "ask" => await permits.AskSupplementAsync(Desk, id, revision, Papers, cancellationToken),
            "supplement" => await permits.SupplementAsync(Desk, id, revision, Papers, cancellationToken),
            "not-accept" => await permits.RefuseAcceptanceAsync(Desk, id, revision, reason, cancellationToken),
            "sign-off" => await permits.SignOffAsync(Desk, id, revision, cancellationToken),
            "extend" => await permits.ExtendAsync(Desk, id, revision, reason, cancellationToken),
            "issue" => await permits.IssueAsync(Desk, id, revision, cancellationToken),
            "refuse" => await permits.RefuseAsync(Desk, id, revision, reason, cancellationToken),
            "endorse" => await permits.EndorseAsync(Desk, id, revision, cancellationToken),
            "lost" or "damaged" => await permits.ReportAsync(Desk, id, revision, Act == "lost", cancellationToken),
            "replace" => await permits.ReplaceAsync(Desk, id, revision, OldCard, cancellationToken),
            "cancel" when Enum.TryParse<PermitCancelReason>(Cause, out var cause) => await permits.CancelAsync(Desk, id, revision, cause, null, cancellationToken),
            _ => null,
        };
        Errors.Take(outcome?.Issues ?? [], s_fields, HallPage.NoField);
        return outcome is null or { Succeeded: true } ? $"/desk/permits/{found.Id}" : null;
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await permits.FindAsync(Desk, new(id), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Permit = found;
        Standing = found.StandingOn(Today);
        Lines = found.Trace(Today).Lines;
        HolderName = (await residents.FindAsync(Desk, found.Holder, cancellationToken))?.MaskedName ?? "—";
        return Page();
    }
}
