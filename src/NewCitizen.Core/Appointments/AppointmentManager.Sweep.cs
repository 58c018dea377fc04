using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Appointments;

public sealed partial class AppointmentManager
{
    private const int SweepPage = 500;

    /// <summary>
    /// After a closure, a change of a plan or a new edition of a holiday year: puts every booking whose slot is no longer given out, or that is one too
    /// many, on the list of people to call (停办通知), and ends holds and offers there. May be repeated and stopped anywhere. Who books at
    /// the same time is refused by the centre's revision, or is found here.
    /// </summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="centre">Which centre.</param>
    /// <param name="cancellationToken">Ends it between two bookings.</param>
    /// <returns>What was moved; refused with NC2304.</returns>
    public async ValueTask<Outcome<SweepReport>> SweepAsync(AccessContext context, ServiceCentreId centre, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("appointment.sweep");
        var table = await _hall.CentreAsync(context.Agency, centre, fresh: true, cancellationToken).ConfigureAwait(false);
        if (table is not null && _swept.GetValueOrDefault((context.Agency, centre)) is var before && !ReferenceEquals(before, table.Calendar))
        {
            // A booking computed with the calendar of before must not commit after this: write the centre once more.
            if (before is not null || !ReferenceEquals(table.Calendar, WorkCalendar.Default))
            {
                var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "centre.recalculate", CentreKinds.ServiceCentre, centre.Value));
                _centres.Stage(batch, table.Centre, table.Centre.Revision.Expected);
                await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            }

            _swept[(context.Agency, centre)] = table.Calendar;
            table = await _hall.CentreAsync(context.Agency, centre, fresh: true, cancellationToken).ConfigureAwait(false);
        }

        if (table is null)
        {
            return Outcome<SweepReport>.Refused(AppointmentErrors.CentreUnknown);
        }

        var (looked, toCall, ended) = (0, 0, 0);
        var day = new List<Appointment>();
        string? after = null;
        do
        {
            var page = await _appointments.ListAsync(context.Agency, centre, ShanghaiTime.DateOf(Now), before: null, SweepPage, after, cancellationToken).ConfigureAwait(false);
            foreach (var appointment in page.Items)
            {
                if (day.Count > 0 && day[0].Date != appointment.Date)
                {
                    await SweepDayAsync().ConfigureAwait(false);
                }

                day.Add(appointment);
            }

            looked += page.Items.Count;
            after = page.Next;
        }
        while (after is not null);
        await SweepDayAsync().ConfigureAwait(false);
        return Outcome<SweepReport>.Done(new(looked, toCall, ended));

        async ValueTask SweepDayAsync()
        {
            foreach (var found in Affected(table, day, Now))
            {
                switch (await MoveAsync(context, centre, found.Id, found.Reason, cancellationToken).ConfigureAwait(false))
                {
                    case AppointmentStatus.ToCall: toCall++; break;
                    case AppointmentStatus.Lapsed: ended++; break;
                }
            }

            day.Clear();
        }
    }

    /// <summary>Lists the bookings of a centre about which somebody must be called, by day and time (待通知名单).</summary>
    public ValueTask<Page<Appointment>> ListToCallAsync(AccessContext context, ServiceCentreId centre, int limit, string? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _appointments.ListToCallAsync(context.Agency, centre, limit, after, cancellationToken);
    }

    /// <summary>Marks that the person was called; the booking leaves the list. Another slot is given with <see cref="ChangeAsync"/>, or it is cancelled with <see cref="CancelAsync"/>.</summary>
    /// <returns>The booking; refused with NC3012, NC3000 or NC2350.</returns>
    public ValueTask<Outcome<Appointment>> MarkCalledAsync(AccessContext context, AppointmentId id, Revision revision, CancellationToken cancellationToken) =>
        MarkAsync(context, id, revision, AppointmentStatus.ToCall, "appointment.called", "appointment.called", (old, _) =>
            old.Status == AppointmentStatus.ToCall && old.CalledAt is null ? null : new Issue(AppointmentErrors.NotToCall), cancellationToken);

    private static List<(AppointmentId Id, CallReason Reason)> Affected(SlotTable table, List<Appointment> day, Instant now)
    {
        var affected = new List<(AppointmentId, CallReason)>();
        var places = new Dictionary<(string Plan, LocalTime Start), int>();

        // Whoever came is served; the last who booked give way.
        foreach (var appointment in day.Where(appointment => appointment.IsLiving && appointment.EndsAt > now).OrderByDescending(CannotMove).ThenBy(appointment => appointment.CreatedAt).ThenBy(appointment => appointment.Id))
        {
            if (CannotMove(appointment))
            {
                Count(appointment);
            }
            else if (Closed(table, appointment) is { } reason)
            {
                affected.Add((appointment.Id, reason));
            }
            else if (!Fits(appointment))
            {
                affected.Add((appointment.Id, CallReason.FewerPlaces));
            }
            else
            {
                Count(appointment);
            }
        }

        return affected;

        static bool CannotMove(Appointment appointment) => appointment.Status is AppointmentStatus.Arrived or AppointmentStatus.Served or AppointmentStatus.NoShow;

        bool Fits(Appointment appointment)
        {
            var slots = table.On(table.Centre.FindPlan(appointment.Plan)!, appointment.Date);
            return appointment.Places.All(place => places.GetValueOrDefault((appointment.Plan, place.Start)) < slots.Find(place.Start)!.Places);
        }

        void Count(Appointment appointment)
        {
            foreach (var place in appointment.Places)
            {
                places[(appointment.Plan, place.Start)] = places.GetValueOrDefault((appointment.Plan, place.Start)) + 1;
            }
        }
    }

    private async ValueTask<AppointmentStatus?> MoveAsync(AccessContext context, ServiceCentreId centre, AppointmentId id, CallReason reason, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var now = Now;
            var table = await _hall.CentreAsync(context.Agency, centre, fresh: true, cancellationToken).ConfigureAwait(false);
            var old = await _appointments.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
            if (table is null
                || old is not { Status: AppointmentStatus.Held or AppointmentStatus.Offered or AppointmentStatus.Booked }
                || (reason != CallReason.FewerPlaces && Closed(table, old) is null))
            {
                return null;
            }

            var booked = old.Status == AppointmentStatus.Booked;
            var moved = booked
                ? old with { Status = AppointmentStatus.ToCall, CallReason = Closed(table, old) ?? reason, CalledAt = null, ChangedAt = now, Request = null }
                : old with { Status = AppointmentStatus.Lapsed, ChangedAt = now, Request = null };
            var batch = new WriteBatch(context.Agency);
            CheckCentre(batch, table);
            var ledger = new DayLedger(old.Centre, old.Plan, old.Date, plan: null, day: null);
            ledger.Release(old);
            ledger.Stage(batch);
            _appointments.Stage(batch, moved, old.Revision.Expected);
            if (booked && old.Person is { } person)
            {
                (await BookersAsync(context.Agency, person, cancellationToken).ConfigureAwait(false)).Stage(batch, add: null, id.Value, happened: null, now);
            }

            if (old is { Status: AppointmentStatus.Offered, Waitlist: { } waits } && await _waitlist.FindAsync(context.Agency, waits, cancellationToken).ConfigureAwait(false) is { } entry)
            {
                _waitlist.Stage(batch, entry with { Status = WaitlistStatus.Missed }, entry.Revision.Expected);
            }

            batch.AddAudit(context.Entry(_clock, booked ? "appointment.to-call" : "appointment.lapse", AppointmentKinds.Appointment, id.Value));
            Emit(batch, booked ? "appointment.to-call" : "appointment.lapsed", moved);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            if (result.IsDurable)
            {
                return moved.Status;
            }

            // At the limit: another host has given these places back already.
            if (result.Status is not (CommitStatus.Conflict or CommitStatus.LimitReached))
            {
                throw CommitFailures.Exception(result);
            }
        }

        throw new NewCitizenException(StorageErrors.Conflict);
    }
}
