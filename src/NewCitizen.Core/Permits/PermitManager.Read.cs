using NewCitizen.Access;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Telemetry;

namespace NewCitizen.Permits;

public sealed partial class PermitManager
{
    /// <summary>Reads one permit; null if there is none in the caller's agency.</summary>
    public ValueTask<ResidencePermit?> FindAsync(AccessContext context, ResidencePermitId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _permits.FindAsync(context.Agency, id, cancellationToken);
    }

    /// <summary>Reads a permit by its number; null if there is none in the caller's agency.</summary>
    public ValueTask<ResidencePermit?> FindByNumberAsync(AccessContext context, PermitNumber number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _permits.FindByNumberAsync(context.Agency, number, cancellationToken);
    }

    /// <summary>
    /// A permit for its holder, who knows its number and the last four characters of an identity document on file (按受理编号和证件后四位查询).
    /// </summary>
    /// <param name="context">On whose behalf; the portal's own account.</param>
    /// <param name="number">The number as typed.</param>
    /// <param name="lastFour">Last four characters of the document's number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The permit; null if there is none or they do not fit. The answers do not tell which.</returns>
    public async ValueTask<ResidencePermit?> FindForHolderAsync(AccessContext context, string number, string lastFour, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(lastFour);
        using var span = NewCitizenTelemetry.Start("permit.find-for-holder");
        if (!PermitNumber.TryParse(number, out var wanted, out _) || await _permits.FindByNumberAsync(context.Agency, wanted, cancellationToken).ConfigureAwait(false) is not { } permit)
        {
            return null;
        }

        var file = await _residents.FindAsync(context.Agency, permit.Holder, cancellationToken).ConfigureAwait(false);
        if (file?.MergedInto is { } into)
        {
            file = await _residents.FindAsync(context.Agency, into, cancellationToken).ConfigureAwait(false);
        }

        return file?.Documents.Any(own => own.IsCurrent && own.Value.RevealNumber() is { Length: >= 4 } secret
            && string.Equals(secret[^4..], lastFour.Trim(), StringComparison.OrdinalIgnoreCase)) == true ? permit : null;
    }

    /// <summary>Lists permits in a state, newest first; all for no state. Suspended are those whose year is over, written down or not. 1 to 1,000 a page.</summary>
    public ValueTask<Page<ResidencePermit>> ListAsync(AccessContext context, PermitState? state, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _permits.ListAsync(context.Agency, state, Today, limit, after, cancellationToken);
    }

    /// <summary>The permits of a person's file, newest first. 1 to 1,000 a page.</summary>
    public ValueTask<Page<ResidencePermit>> ListByHolderAsync(AccessContext context, ResidentId holder, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _permits.ListByHolderAsync(context.Agency, holder, limit, after, cancellationToken);
    }

    /// <summary>Applications whose limit is over (逾期未制发), longest first. 1 to 1,000 a page.</summary>
    public ValueTask<Page<ResidencePermit>> ListOverdueAsync(AccessContext context, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _permits.ListDueBeforeAsync(context.Agency, Today, limit, after, cancellationToken);
    }

    /// <summary>
    /// Sends out the reminders that are due (<c>permits.endorsement-due</c>, once for each window) and writes down suspensions (<c>permits.suspended</c>).
    /// Only makes things happen sooner; may run twice, on several hosts at once, and be stopped anywhere.
    /// </summary>
    public async ValueTask<PermitSweepReport> SweepAsync(AccessContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("permit.sweep");
        var today = Today;
        var (reminded, suspended) = (0, 0);
        string? after = null;
        do
        {
            var page = await _permits.ListRemindersAsync(context.Agency, today.PlusDays(1), PageSize, after, cancellationToken).ConfigureAwait(false);
            foreach (var own in page.Items)
            {
                // After the window there is nothing to remind of: the suspension is told instead.
                var due = own.StandingOn(today) is { State: PermitState.Active };
                if (await WriteAsync(own with { RemindOn = null }, "permit.remind", due ? "permits.endorsement-due" : null).ConfigureAwait(false) && due)
                {
                    reminded++;
                }
            }

            after = page.Next;
        }
        while (after is not null);
        do
        {
            var page = await _permits.ListLapsedAsync(context.Agency, today, PageSize, after, cancellationToken).ConfigureAwait(false);
            foreach (var own in page.Items)
            {
                if (await WriteAsync(own with { StateOnFile = PermitState.Suspended, RemindOn = null }, "permit.suspend", "permits.suspended").ConfigureAwait(false))
                {
                    suspended++;
                }
            }

            after = page.Next;
        }
        while (after is not null);
        return new(reminded, suspended);

        // The event and the field that asks for it go in one commit at the version read: of two sweeps one is refused.
        async ValueTask<bool> WriteAsync(ResidencePermit next, string action, string? type)
        {
            var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, action, PermitKinds.ResidencePermit, next.Id.Value));
            if (type is not null)
            {
                batch.Emit(Event(type, context, next.Id));
            }

            _permits.Stage(batch, next, next.Revision.Expected);
            return (await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false)).Status == CommitStatus.Committed;
        }
    }
}
