using NewCitizen.Access;
using NewCitizen.Appointments.Credit;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Identity;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Appointments;

public sealed partial class AppointmentManager
{
    /// <summary>
    /// Cancels a booking, gives up a hold, or declines an offer (取消). The place goes to the next in line in the same commit, or is free.
    /// </summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The appointment.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="byOffice">Whether the office cancels: no cut-off, and it does not count against the person.</param>
    /// <param name="requestKey">Makes a retry get the same answer; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The appointment; refused with NC3012, NC3000, NC2320, NC2321, NC2322 or NC3003.</returns>
    public async ValueTask<Outcome<Appointment>> CancelAsync(
        AccessContext context, AppointmentId id, Revision revision, bool byOffice, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("appointment.cancel");
        var digest = Digest(requestKey);
        for (var round = 0; round < MaxRounds; round++)
        {
            var now = Now;
            var old = await _appointments.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
            if (old is null)
            {
                return Outcome<Appointment>.Refused(StorageErrors.NotFound);
            }

            if (digest is not null && old.Request == digest)
            {
                return Outcome<Appointment>.Done(old);
            }

            if (old.Revision != revision)
            {
                return Outcome<Appointment>.Refused(StorageErrors.Conflict);
            }

            if (old.IsOver(now) || old.Status == AppointmentStatus.Lapsed)
            {
                return Outcome<Appointment>.Refused(AppointmentErrors.HoldOver);
            }

            if (old.Status is not (AppointmentStatus.Held or AppointmentStatus.Offered or AppointmentStatus.Booked or AppointmentStatus.ToCall))
            {
                return Refuse(Wrong(old));
            }

            if (old.Status == AppointmentStatus.Booked && await CutOffAsync(context, old, byOffice, cancellationToken).ConfigureAwait(false) is { } late)
            {
                return Refuse(late);
            }

            var cancelled = old with { Status = AppointmentStatus.Cancelled, Sequence = old.Sequence + 1, ChangedAt = now, Request = digest, HeldUntil = null };
            var batch = new WriteBatch(context.Agency, requestKey);
            if (old.IsLiving)
            {
                await ReleaseElsewhereAsync(batch, context, old, now, cancellationToken).ConfigureAwait(false);
            }

            if (old is { Status: AppointmentStatus.Offered, Waitlist: { } waits } && await _waitlist.FindAsync(context.Agency, waits, cancellationToken).ConfigureAwait(false) is { } entry)
            {
                _waitlist.Stage(batch, entry with { Status = WaitlistStatus.Declined }, entry.Revision.Expected);
            }

            var at = batch.Operations.Count;
            _appointments.Stage(batch, cancelled, revision.Expected);
            if (old is { Status: AppointmentStatus.Booked, Person: { } person })
            {
                var happened = byOffice ? null : new BookingEvent(now, old.Date, BookingEventKind.Cancelled, old.Item, id.Value);
                (await BookersAsync(context.Agency, person, cancellationToken).ConfigureAwait(false)).Stage(batch, add: null, id.Value, happened, now);
            }

            batch.AddAudit(context.Entry(_clock, "appointment.cancel", AppointmentKinds.Appointment, id.Value));
            Emit(batch, "appointment.cancelled", cancelled);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            if (Answer(result, at, cancelled) is { } answer)
            {
                return answer;
            }
        }

        return Outcome<Appointment>.Refused(StorageErrors.Conflict);
    }

    /// <summary>Marks that the person has come (签到): on the day, before or after the slot begins. The queue decides what a late one is worth.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The booking.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="shown">The document that was shown, to be compared with the booking; null if a clerk has looked.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The appointment; refused with NC3012, NC3000, NC2303, NC2322 or NC2326.</returns>
    public ValueTask<Outcome<Appointment>> CheckInAsync(AccessContext context, AppointmentId id, Revision revision, StatedDocument? shown, CancellationToken cancellationToken) =>
        MarkAsync(context, id, revision, AppointmentStatus.Arrived, "appointment.check-in", "appointment.arrived", (old, now) =>
            old.Status != AppointmentStatus.Booked ? Wrong(old)
            : ShanghaiTime.DateOf(now) < old.Date ? new Issue(AppointmentErrors.TooEarly)
            : ShanghaiTime.DateOf(now) > old.Date ? new Issue(AppointmentErrors.InThePast)
            : shown is not null && !Is(old, shown) ? new Issue(AppointmentErrors.NotThisPerson)
            : null, cancellationToken);

    /// <summary>Marks that the person was served (已办理), whether or not they checked in.</summary>
    /// <returns>The appointment; refused with NC3012, NC3000, NC2322 or NC2326.</returns>
    public ValueTask<Outcome<Appointment>> MarkServedAsync(AccessContext context, AppointmentId id, Revision revision, CancellationToken cancellationToken) =>
        MarkAsync(context, id, revision, AppointmentStatus.Served, "appointment.serve", "appointment.served", (old, now) =>
            old.Status is not (AppointmentStatus.Booked or AppointmentStatus.Arrived) ? Wrong(old)
            : ShanghaiTime.DateOf(now) < old.Date ? new Issue(AppointmentErrors.TooEarly)
            : null, cancellationToken);

    /// <summary>Marks that the person did not come (爽约), from the start of the slot on; it counts against them as the rules of credit say.</summary>
    /// <returns>The appointment; refused with NC3012, NC3000, NC2322 or NC2326.</returns>
    public ValueTask<Outcome<Appointment>> MarkNoShowAsync(AccessContext context, AppointmentId id, Revision revision, CancellationToken cancellationToken) =>
        MarkAsync(context, id, revision, AppointmentStatus.NoShow, "appointment.no-show", "appointment.no-show", (old, now) =>
            old.Status is not (AppointmentStatus.Booked or AppointmentStatus.Arrived) ? Wrong(old)
            : now < old.StartsAt ? new Issue(AppointmentErrors.TooEarly)
            : null, cancellationToken);

    private async ValueTask<Outcome<Appointment>> MarkAsync(
        AccessContext context,
        AppointmentId id,
        Revision revision,
        AppointmentStatus status,
        string action,
        string type,
        Func<Appointment, Instant, Issue?> refusal,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start(action);
        for (var round = 0; round < MaxRounds; round++)
        {
            var now = Now;
            var old = await _appointments.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
            if (old is null)
            {
                return Outcome<Appointment>.Refused(StorageErrors.NotFound);
            }

            if (old.Revision != revision)
            {
                return Outcome<Appointment>.Refused(StorageErrors.Conflict);
            }

            if (refusal(old, now) is { } issue)
            {
                return Refuse(issue);
            }

            var marked = old with { Status = status, ChangedAt = now, Request = null, CalledAt = status == AppointmentStatus.ToCall ? now : old.CalledAt };
            var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, action, AppointmentKinds.Appointment, id.Value));
            _appointments.Stage(batch, marked, revision.Expected);
            if (status == AppointmentStatus.NoShow && old.Person is { } person)
            {
                var happened = new BookingEvent(now, old.Date, BookingEventKind.NoShow, old.Item, id.Value);
                (await BookersAsync(context.Agency, person, cancellationToken).ConfigureAwait(false)).Stage(batch, add: null, id.Value, happened, now);
            }

            Emit(batch, type, marked);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            if (Answer(result, 0, marked) is { } answer)
            {
                return answer;
            }
        }

        return Outcome<Appointment>.Refused(StorageErrors.Conflict);
    }

    /// <summary>Lifts what counts against a person (解除限制); the reason is the context's purpose and goes to the audit trail.</summary>
    /// <param name="context">On whose behalf, with the reason as purpose; no personal value in it.</param>
    /// <param name="person">Whose; the name is not compared.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The verdict afterwards; refused with NC3200 without a reason, or the code of a wrong document or phone.</returns>
    public async ValueTask<Outcome<CreditVerdict>> LiftAsync(AccessContext context, StatedPerson person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Purpose is null)
        {
            return Outcome<CreditVerdict>.Refused(AccessErrors.PurposeMissing);
        }

        using var span = NewCitizenTelemetry.Start("booking-credit.lift");
        var issues = new List<Issue>();
        if (ReadPerson(person, ShanghaiTime.Today(_clock), issues) is not { } read)
        {
            return Outcome<CreditVerdict>.Refused(issues);
        }

        for (var round = 0; round < MaxRounds; round++)
        {
            var now = Now;
            var bookers = await BookersAsync(context.Agency, read, cancellationToken).ConfigureAwait(false);
            var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "booking-credit.lift", AppointmentKinds.Booker));
            bookers.Stage(batch, add: null, remove: null, new BookingEvent(now, ShanghaiTime.DateOf(now), BookingEventKind.Lifted, null, Guid.Empty), now);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            if (result.IsDurable)
            {
                return Outcome<CreditVerdict>.Done((await BookersAsync(context.Agency, read, cancellationToken).ConfigureAwait(false)).Verdict(now));
            }

            if (result.Status != CommitStatus.Conflict)
            {
                return Outcome<CreditVerdict>.Refused([CommitFailures.Issue(result)]);
            }
        }

        return Outcome<CreditVerdict>.Refused(StorageErrors.Conflict);
    }

    /// <summary>What the rules of credit say of a person now.</summary>
    /// <returns>The verdict; refused with the code of a wrong document or phone.</returns>
    public async ValueTask<Outcome<CreditVerdict>> CreditAsync(AccessContext context, StatedPerson person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var issues = new List<Issue>();
        return ReadPerson(person, ShanghaiTime.Today(_clock), issues) is { } read
            ? Outcome<CreditVerdict>.Done((await BookersAsync(context.Agency, read, cancellationToken).ConfigureAwait(false)).Verdict(Now))
            : Outcome<CreditVerdict>.Refused(issues);
    }

    private static bool Is(Appointment appointment, StatedDocument shown) =>
        RegistrationReader.ReadDocument(shown, LocalDate.MaxIsoValue, string.Empty, []) is { } document
        && string.Equals(document.ToMatchKey(), appointment.Person?.Document.ToMatchKey(), StringComparison.Ordinal);

    /// <summary>The answer to a commit; null to try again because something other than the appointment has changed.</summary>
    private static Outcome<Appointment>? Answer(CommitResult result, int at, Appointment written) => result switch
    {
        { Status: CommitStatus.Committed } => Outcome<Appointment>.Done(written with { Revision = new(result.Versions[at]) }),
        { Status: CommitStatus.Conflict } when result.FailedOperation == at => Outcome<Appointment>.Refused(StorageErrors.Conflict),
        { Status: CommitStatus.Conflict or CommitStatus.LimitReached or CommitStatus.Replayed } => null,
        _ => Refuse(CommitFailures.Issue(result)),
    };

    /// <summary>Gives the places of an appointment back in a batch, and offers them to who waits.</summary>
    private async ValueTask ReleaseElsewhereAsync(WriteBatch batch, AccessContext context, Appointment old, Instant now, CancellationToken cancellationToken)
    {
        var table = await _hall.CentreAsync(context.Agency, old.Centre, fresh: true, cancellationToken).ConfigureAwait(false);
        if (table?.Centre.FindPlan(old.Plan) is { Offer: not null } plan && old.StartsAt > now)
        {
            var settlement = await LookAtDayAsync(context, table, plan, old.Date, now, old, cancellationToken).ConfigureAwait(false);
            if (settlement.Offers.Count > 0)
            {
                CheckCentre(batch, table);
            }

            settlement.Ledger.Stage(batch);
            StageSettlement(batch, context, settlement, plan, old.Date);
            return;
        }

        var ledger = new DayLedger(old.Centre, old.Plan, old.Date, plan: null, day: null);
        ledger.Release(old);
        ledger.Stage(batch);
    }
}
