using NewCitizen.Access;
using NewCitizen.Appointments.Credit;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NewCitizen.Telemetry;

namespace NewCitizen.Appointments;

public sealed partial class AppointmentManager
{
    /// <summary>Books the place that was held (确认预约).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The hold.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="person">For whom.</param>
    /// <param name="requestKey">Makes a retry get the same answer; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The booking, perhaps with a warning NC2330; refused with NC3012, NC3000, NC3003, NC2311, NC2316–2320, NC2322, NC2324, or the code of a wrong document, name or phone.</returns>
    public async ValueTask<Outcome<Appointment>> ConfirmAsync(
        AccessContext context, AppointmentId id, Revision revision, StatedPerson person, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var issues = new List<Issue>();
        return ReadPerson(person, ShanghaiTime.Today(_clock), issues) is { } read
            ? await FinishAsync(context, id, revision, AppointmentStatus.Held, read, requestKey, "appointment.confirm", cancellationToken).ConfigureAwait(false)
            : Outcome<Appointment>.Refused(issues);
    }

    /// <summary>Takes the place that was offered from the waiting list (接受候补).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The offer.</param>
    /// <param name="revision">State the caller has seen.</param>
    /// <param name="requestKey">Makes a retry get the same answer; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The booking; refused as by <see cref="ConfirmAsync"/>.</returns>
    public ValueTask<Outcome<Appointment>> AcceptAsync(AccessContext context, AppointmentId id, Revision revision, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return FinishAsync(context, id, revision, AppointmentStatus.Offered, person: null, requestKey, "appointment.accept", cancellationToken);
    }

    private async ValueTask<Outcome<Appointment>> FinishAsync(
        AccessContext context, AppointmentId id, Revision revision, AppointmentStatus from, BookedPerson? person, RequestKey? requestKey, string action, CancellationToken cancellationToken)
    {
        using var span = NewCitizenTelemetry.Start(action);
        var digest = Digest(requestKey);
        for (var round = 0; round < MaxRounds; round++)
        {
            var now = Now;
            var old = await _appointments.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
            if (old is null)
            {
                return Outcome<Appointment>.Refused(StorageErrors.NotFound);
            }

            if (digest is not null && old.Request == digest && old.Status != from)
            {
                return Outcome<Appointment>.Done(old);
            }

            if (old.IsOver(now) || old.Status == AppointmentStatus.Lapsed)
            {
                return Outcome<Appointment>.Refused(AppointmentErrors.HoldOver);
            }

            if (old.Revision != revision)
            {
                return Outcome<Appointment>.Refused(StorageErrors.Conflict);
            }

            if (old.Status != from)
            {
                return Refuse(Wrong(old));
            }

            var table = await _hall.CentreAsync(context.Agency, old.Centre, fresh: round > 0, cancellationToken).ConfigureAwait(false);
            if (table?.Centre.FindPlan(old.Plan) is not { } plan || Closed(table, old) is not null)
            {
                if (round == 0)
                {
                    continue;
                }

                return Outcome<Appointment>.Refused(AppointmentErrors.SlotClosed);
            }

            var whom = person ?? old.Person!;
            var bookers = await BookersAsync(context.Agency, whom, cancellationToken).ConfigureAwait(false);
            if (bookers.Refusal(plan, old.Centre, id.Value, old.Date, old.Start, old.End, now) is { } limit)
            {
                return Refuse(limit);
            }

            var booked = old with
            {
                Status = AppointmentStatus.Booked,
                Person = whom,
                HeldUntil = null,
                RemindAt = Reminder(plan, old.StartsAt, now),
                ChangedAt = now,
                Request = digest,
            };
            var batch = new WriteBatch(context.Agency, requestKey);
            CheckCentre(batch, table);
            _appointments.Stage(batch, booked, revision.Expected);
            bookers.Stage(batch, OpenBooking.Of(booked), remove: null, new BookingEvent(now, old.Date, BookingEventKind.Booked, old.Item, id.Value), now);
            if (old.Waitlist is { } waits && await _waitlist.FindAsync(context.Agency, waits, cancellationToken).ConfigureAwait(false) is { } entry)
            {
                _waitlist.Stage(batch, entry with { Status = WaitlistStatus.Accepted }, entry.Revision.Expected);
            }

            batch.AddAudit(context.Entry(_clock, action, AppointmentKinds.Appointment, id.Value));
            Emit(batch, "appointment.booked", booked);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            if (Answer(result, 1, booked) is { } answer)
            {
                return answer.Succeeded ? Outcome<Appointment>.Done(answer.Value, bookers.Warnings(now)) : answer;
            }
        }

        return Outcome<Appointment>.Refused(StorageErrors.Conflict);
    }

    /// <summary>Why a slot is no longer given out; null if it is.</summary>
    private static CallReason? Closed(SlotTable table, Appointment appointment)
    {
        if (table.Centre.FindPlan(appointment.Plan) is not { } plan)
        {
            return CallReason.SlotClosed;
        }

        var day = table.On(plan, appointment.Date);
        return day.Day.Status == Centres.CentreDayStatus.NotAnnounced ? CallReason.NotAnnounced
            : day.InARow(appointment.Start, appointment.Places.Count) is { } row && row[^1].End == appointment.End ? null
            : CallReason.SlotClosed;
    }
}
