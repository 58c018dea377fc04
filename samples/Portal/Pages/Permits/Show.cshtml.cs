using Microsoft.AspNetCore.Mvc;
using NewCitizen.Errors;
using NewCitizen.Permits;
using NewCitizen.Services;
using Portal.Hall;
using Portal.Permits;

namespace Portal.Pages.Permits;

/// <summary>A permit as its holder sees it. The link is sealed and given only to whoever applied or knows its number and the last four characters.</summary>
public sealed class ShowModel(PermitManager permits, PermitLinks links) : HallPage
{
    [BindProperty]
    public string? Act { get; set; }

    [BindProperty]
    public List<string> Papers { get; set; } = [];

    public ResidencePermit Permit { get; private set; } = null!;

    public PermitStanding Standing { get; private set; } = null!;

    public IReadOnlyList<PermitTraceLine> Lines { get; private set; } = [];

    public string? Done { get; private set; }

    public NodaTime.LocalDate? IssueBy => Standing.State is PermitState.Accepted or PermitState.SignedOff ? PermitLimit.LastDay(Standing, Permit.ExtendedDays) : null;

    public bool MayWithdraw => PermitFlow.After(Standing.State, PermitAct.Withdraw) is not null;

    public IReadOnlyList<ServiceMaterial> Asked => Standing.State == PermitState.SupplementAsked
        ? [.. Permit.PapersNeeded.Where(paper => Permit.AskedFor?.Contains(paper.Code, StringComparer.Ordinal) == true)]
        : [];

    public async Task<IActionResult> OnGetAsync(string link, string? done, CancellationToken cancellationToken)
    {
        Done = done;
        return await FindAsync(link, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string link, CancellationToken cancellationToken) => await FindAsync(link, cancellationToken)
        ? await SubmitAsync(() => ActAsync(link, cancellationToken), async () => await FindAsync(link, cancellationToken) ? Page() : NotFound())
        : NotFound();

    private async Task<string?> ActAsync(string link, CancellationToken cancellationToken)
    {
        Outcome<ResidencePermit>? outcome = Act switch
        {
            "supplement" => await permits.SupplementAsync(Desk, Permit.Id, Permit.Revision, Papers, cancellationToken),
            "withdraw" => await permits.WithdrawAsync(Desk, Permit.Id, Permit.Revision, cancellationToken),
            _ => null,
        };
        Errors.Take(outcome?.Issues ?? [], new Dictionary<string, string>(StringComparer.Ordinal) { ["/papers"] = "Papers" }, NoField);
        return outcome is null ? $"/permit/{link}" : outcome.Succeeded ? $"/permit/{link}?done={(Act == "withdraw" ? "withdrawn" : "supplemented")}" : null;
    }

    private async Task<bool> FindAsync(string link, CancellationToken cancellationToken)
    {
        if (links.Open(link) is not { } id || await permits.FindAsync(Desk, id, cancellationToken) is not { } found)
        {
            return false;
        }

        Permit = found;
        Standing = found.StandingOn(Today);
        Lines = found.Trace(Today).Lines;
        return true;
    }
}
