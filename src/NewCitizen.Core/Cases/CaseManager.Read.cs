using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Telemetry;

namespace NewCitizen.Cases;

public sealed partial class CaseManager
{
    private const int PageSize = 200;

    /// <summary>Reads one case; null if there is none in the caller's agency.</summary>
    public ValueTask<ServiceCase?> FindAsync(AccessContext context, ServiceCaseId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _cases.FindAsync(context.Agency, id, cancellationToken);
    }

    /// <summary>Reads a case by its number; null if there is none in the caller's agency.</summary>
    public ValueTask<ServiceCase?> FindByNumberAsync(AccessContext context, string number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(number);
        return _cases.FindByNumberAsync(context.Agency, number, cancellationToken);
    }

    /// <summary>Lists cases in some states, newest first; all for no state. 1 to 1,000 a page.</summary>
    public ValueTask<Page<ServiceCase>> ListAsync(AccessContext context, IReadOnlyList<CaseState> states, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _cases.ListAsync(context.Agency, states, limit, after, cancellationToken);
    }

    /// <summary>The cases of a person's file (个人办件台账), newest first. 1 to 1,000 a page.</summary>
    public ValueTask<Page<ServiceCase>> ListByResidentAsync(AccessContext context, ResidentId resident, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _cases.ListByResidentAsync(context.Agency, resident, limit, after, cancellationToken);
    }

    /// <summary>
    /// Cases whose limit is over (逾期办件), longest first. A case whose limit moved because the holidays changed is left out, so a page may hold fewer than asked.
    /// 1 to 1,000 a page.
    /// </summary>
    public async ValueTask<Page<ServiceCase>> ListOverdueAsync(AccessContext context, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("case.list-overdue");
        var today = ShanghaiTime.Today(_clock);
        var calendar = _calendars.Current;
        var page = await _cases.ListDueBeforeAsync(context.Agency, today, limit, after, cancellationToken).ConfigureAwait(false);
        return page with { Items = [.. page.Items.Where(own => own.Due(calendar).IsOver(today) == true)] };
    }

    /// <summary>
    /// Computes all limits again, after holidays were announced or changed. Cases that are written meanwhile are computed by whoever writes them, so the call may
    /// be made at any time and again.
    /// </summary>
    /// <returns>How many cases have another last day now.</returns>
    public async ValueTask<int> RefreshDueAsync(AccessContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("case.refresh-due");
        var (changed, after) = (0, (string?)null);
        do
        {
            var page = await _cases.ListDatedAsync(context.Agency, PageSize, after, cancellationToken).ConfigureAwait(false);
            foreach (var own in page.Items.Where(own => own.Due(_calendars.Current).LastDay != own.DueOnFile))
            {
                var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "case.refresh-due", CaseKinds.ServiceCase, own.Id.Value));
                _cases.Stage(batch, own, own.Revision.Expected);
                changed += (await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false)).IsDurable ? 1 : 0;
            }

            after = page.Next;
        }
        while (after is not null);
        return changed;
    }

    /// <summary>
    /// A case for the applicant, who knows its number and the last four characters of the identity document it was handed in with (按编号和证件后四位查询).
    /// </summary>
    /// <param name="context">On whose behalf; the portal's own account.</param>
    /// <param name="number">The case's number.</param>
    /// <param name="lastFour">Last four characters of the document's number, or of the phone's where no document was stated.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The case; null if there is none, if they do not fit, or if the applicant has a file: those sign in. The answers do not tell which.</returns>
    public async ValueTask<ServiceCase?> FindForApplicantAsync(AccessContext context, string number, string lastFour, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(lastFour);
        var own = await _cases.FindByNumberAsync(context.Agency, number.Trim(), cancellationToken).ConfigureAwait(false);
        var secret = own?.Applicant.Document?.RevealNumber() ?? own?.Applicant.Phone?.ToString("F");
        return secret is { Length: >= 4 } && string.Equals(secret[^4..], lastFour.Trim(), StringComparison.OrdinalIgnoreCase) ? own : null;
    }

    /// <summary>Reads the applicant in full. Leaves an audit entry with the purpose before anything is shown (查看完整信息).</summary>
    /// <returns>The applicant; refused with NC3200 without a purpose, NC3012 if there is no such case.</returns>
    public async ValueTask<Outcome<CaseApplicant>> ReadApplicantAsync(AccessContext context, ServiceCaseId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("case.read-applicant");
        if (context.Purpose is null)
        {
            return Outcome<CaseApplicant>.Refused(AccessErrors.PurposeMissing);
        }

        if (await _cases.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is not { } own)
        {
            return Outcome<CaseApplicant>.Refused(StorageErrors.NotFound);
        }

        var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "case.read-applicant", CaseKinds.ServiceCase, id.Value));
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable ? Outcome<CaseApplicant>.Done(own.Applicant) : Outcome<CaseApplicant>.Refused([CommitFailures.Issue(result)]);
    }
}
