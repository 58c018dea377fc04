using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Queues;

public sealed partial class QueueManager
{
    /// <summary>
    /// Calls whoever is next to a window (叫号). Calls of a centre are one after the other in the store: two windows never get one person, and no walk-in is
    /// overtaken more often than the rules allow.
    /// </summary>
    /// <returns>The ticket; refused with NC2400, NC2405, NC2430, NC2431 or NC2432.</returns>
    public async ValueTask<Outcome<QueueTicket>> CallNextAsync(AccessContext context, ServiceCentreId centre, string window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(window);
        using var span = NewCitizenTelemetry.Start("queue.called");
        var place = await _centres.FindAsync(context.Agency, centre, cancellationToken).ConfigureAwait(false);
        var setup = await _queues.FindSetupAsync(context.Agency, centre, cancellationToken).ConfigureAwait(false);
        if (place is null || setup is null)
        {
            return Outcome<QueueTicket>.Refused(place is null ? QueueErrors.CentreUnknown : QueueErrors.NotConfigured);
        }

        if (place.FindWindow(window) is not { } at)
        {
            return Outcome<QueueTicket>.Refused(QueueErrors.WindowUnknown);
        }

        for (var round = 0; round < MaxRounds; round++)
        {
            // The day first: a call that commits after it was read makes ours conflict, one before is in the line we read next.
            var now = Now();
            var today = ShanghaiTime.DateOf(now);
            var day = await _queues.DayAsync(context.Agency, centre, today, cancellationToken).ConfigureAwait(false);
            var duty = await _queues.DutyAsync(context.Agency, centre, today, window, cancellationToken).ConfigureAwait(false);
            if (duty.Ticket is not null)
            {
                return Outcome<QueueTicket>.Refused(QueueErrors.WindowBusy, duty.Number!);
            }

            var hall = await _queues.ListInHallAsync(context.Agency, centre, today, cancellationToken).ConfigureAwait(false);
            var line = new HallLine(place, setup, day, hall);
            if (line.Next(at, now) is not { } next)
            {
                return Outcome<QueueTicket>.Refused(QueueErrors.NobodyWaits);
            }

            var called = next.Ticket with { State = TicketState.Called, Window = window, CalledAt = now, LastCalledAt = now, Recalls = 0, StartedAt = null };
            var batch = new WriteBatch(context.Agency);
            var after = (day with { Overtaking = line.OvertakingAfter(next.Ticket, next.Basis, at, now) }).With(new WindowCall(called.Number, window, now, 0));
            _queues.Stage(batch, after, Expect(day.Revision));
            _queues.Stage(batch, duty with { IsStaffed = true, Ticket = called.Id, Number = called.Number }, Expect(duty.Revision));
            _queues.Stage(batch, called, next.Ticket.Revision.Expected);
            Record(context, batch, "queue.called", called);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            if (result.IsDurable)
            {
                return Outcome<QueueTicket>.Done(called with { Revision = new(result.Versions[2]) });
            }

            if (result.Status != CommitStatus.Conflict)
            {
                return Outcome<QueueTicket>.Refused([CommitFailures.Issue(result)]);
            }
        }

        return Outcome<QueueTicket>.Refused(QueueErrors.Busy);
    }

    /// <summary>Calls a number again (重呼).</summary>
    /// <returns>The ticket; refused with NC2433–NC2435, NC2437 or NC3012.</returns>
    public async ValueTask<Outcome<QueueTicket>> RecallAsync(AccessContext context, QueueTicketId id, string window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(window);
        using var span = NewCitizenTelemetry.Start("queue.recalled");
        for (var round = 0; round < MaxRounds; round++)
        {
            var (ticket, refusal) = await AtWindowAsync(context, id, window, [TicketState.Called], ends: false, cancellationToken).ConfigureAwait(false);
            if (refusal is not null)
            {
                return Outcome<QueueTicket>.Refused([refusal]);
            }

            var setup = await _queues.FindSetupAsync(context.Agency, ticket!.Centre, cancellationToken).ConfigureAwait(false);
            if (setup?.MostRecalls is { } most && ticket.Recalls >= most)
            {
                return Outcome<QueueTicket>.Refused(QueueErrors.RecallsUsed, $"{most}");
            }

            var now = Now();
            var again = ticket with { Recalls = ticket.Recalls + 1, LastCalledAt = now };
            var day = await _queues.DayAsync(context.Agency, ticket.Centre, ticket.Day, cancellationToken).ConfigureAwait(false);
            var batch = new WriteBatch(context.Agency);
            _queues.Stage(batch, day.With(new WindowCall(again.Number, window, now, again.Recalls)), Expect(day.Revision));
            _queues.Stage(batch, again, ticket.Revision.Expected);
            Record(context, batch, "queue.recalled", again);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            if (result.Status != CommitStatus.Conflict)
            {
                return result.IsDurable ? Outcome<QueueTicket>.Done(again with { Revision = new(result.Versions[1]) }) : Outcome<QueueTicket>.Refused([CommitFailures.Issue(result)]);
            }
        }

        return Outcome<QueueTicket>.Refused(QueueErrors.Busy);
    }

    /// <summary>Begins to serve who was called (开始办理).</summary>
    /// <returns>The ticket; refused with NC2433, NC2434, NC2437 or NC3012.</returns>
    public ValueTask<Outcome<QueueTicket>> StartAsync(AccessContext context, QueueTicketId id, string window, CancellationToken cancellationToken) =>
        ChangeAsync(context, id, window, "queue.serving", [TicketState.Called], (ticket, now) => ticket with { State = TicketState.Serving, StartedAt = now }, cancellationToken);

    /// <summary>Ends serving; the window is free, and a booking is set down as served in the same commit (办结).</summary>
    /// <returns>The ticket; refused with NC2433, NC2434, NC2437 or NC3012.</returns>
    public ValueTask<Outcome<QueueTicket>> FinishAsync(AccessContext context, QueueTicketId id, string window, CancellationToken cancellationToken) => ChangeAsync(
        context, id, window, "queue.served", [TicketState.Serving], (ticket, now) => ticket with { State = TicketState.Served, EndedAt = now }, cancellationToken, BookedOutcome.Served);

    /// <summary>
    /// Sets down that who was called did not come; the window is free (过号). Who was called before the booked time is set aside instead: nobody loses a
    /// booking by a call that came early. Checking in again, or <see cref="ResumeAsync"/>, puts them back.
    /// </summary>
    /// <returns>The ticket, no-show or held; refused with NC2433, NC2434, NC2436, NC2437 or NC3012.</returns>
    public async ValueTask<Outcome<QueueTicket>> MarkNoShowAsync(AccessContext context, QueueTicketId id, string window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await _queues.FindTicketAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is { BookedFor: { } time } ticket && time > Now())
        {
            return await TooEarlyAsync(context, ticket, cancellationToken).ConfigureAwait(false) is { } issue && ticket.State == TicketState.Called && ticket.Window == window
                ? Outcome<QueueTicket>.Refused([issue])
                : await ChangeAsync(context, id, window, "queue.held", [TicketState.Called], (called, _) => called with { State = TicketState.Held }, cancellationToken).ConfigureAwait(false);
        }

        return await ChangeAsync(
            context, id, window, "queue.no-show", [TicketState.Called], (called, now) => called with { State = TicketState.NoShow, EndedAt = now }, cancellationToken, BookedOutcome.NoShow).ConfigureAwait(false);
    }

    /// <summary>Sets who is at the window aside, such as to fetch a copy; the window is free (暂挂).</summary>
    /// <returns>The ticket; refused with NC2433, NC2434, NC2437 or NC3012.</returns>
    public ValueTask<Outcome<QueueTicket>> HoldAsync(AccessContext context, QueueTicketId id, string window, CancellationToken cancellationToken) =>
        ChangeAsync(context, id, window, "queue.held", [TicketState.Called, TicketState.Serving], (ticket, _) => ticket with { State = TicketState.Held }, cancellationToken);

    /// <summary>Puts who was set aside back into the line, by the time of arrival (恢复).</summary>
    /// <returns>The ticket; refused with NC2433, NC2437 or NC3012.</returns>
    public ValueTask<Outcome<QueueTicket>> ResumeAsync(AccessContext context, QueueTicketId id, CancellationToken cancellationToken) =>
        ChangeAsync(context, id, window: null, "queue.resumed", [TicketState.Held], Rejoin, cancellationToken);

    /// <summary>Sends who is at the window to another line, under the same number and by the time of arrival (转办).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="id">The ticket.</param>
    /// <param name="window">The window where it is.</param>
    /// <param name="item">What it is to wait for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ticket; refused with NC2400, NC2411, NC2414, NC2433, NC2434, NC2437 or NC3012.</returns>
    public async ValueTask<Outcome<QueueTicket>> TransferAsync(AccessContext context, QueueTicketId id, string window, Services.ServiceItemId item, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await _queues.FindTicketAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return Outcome<QueueTicket>.Refused(StorageErrors.NotFound);
        }

        var centre = await _centres.FindAsync(context.Agency, found.Centre, cancellationToken).ConfigureAwait(false);
        var setup = await _queues.FindSetupAsync(context.Agency, found.Centre, cancellationToken).ConfigureAwait(false);
        if (centre is null || setup is null)
        {
            return Outcome<QueueTicket>.Refused(QueueErrors.NotConfigured);
        }

        if (CheckItems(setup, centre, [item], priority: null) is { } issue)
        {
            return Outcome<QueueTicket>.Refused([issue]);
        }

        return await ChangeAsync(
            context,
            id,
            window,
            "queue.transferred",
            [TicketState.Called, TicketState.Serving],
            (ticket, now) => Rejoin(ticket, now) with { Group = setup.GroupOf(item)!.Prefix, Items = [item] },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says that somebody is at a window, so that estimates count on it (上岗). A call does the same.</summary>
    /// <returns>The window; refused with NC2430 or NC3000.</returns>
    public ValueTask<Outcome<WindowDuty>> SignOnAsync(AccessContext context, ServiceCentreId centre, string window, CancellationToken cancellationToken) =>
        SignAsync(context, centre, window, isStaffed: true, cancellationToken);

    /// <summary>Says that nobody is at a window any more (离席).</summary>
    /// <returns>The window; refused with NC2430, NC2431 or NC3000.</returns>
    public ValueTask<Outcome<WindowDuty>> SignOffAsync(AccessContext context, ServiceCentreId centre, string window, CancellationToken cancellationToken) =>
        SignAsync(context, centre, window, isStaffed: false, cancellationToken);

    private async ValueTask<Outcome<WindowDuty>> SignAsync(AccessContext context, ServiceCentreId centre, string window, bool isStaffed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(window);
        using var span = NewCitizenTelemetry.Start(isStaffed ? "queue.signed-on" : "queue.signed-off");
        var place = await _centres.FindAsync(context.Agency, centre, cancellationToken).ConfigureAwait(false);
        if (place?.FindWindow(window) is null)
        {
            return Outcome<WindowDuty>.Refused(QueueErrors.WindowUnknown);
        }

        var duty = await _queues.DutyAsync(context.Agency, centre, ShanghaiTime.Today(_clock), window, cancellationToken).ConfigureAwait(false);
        if (duty.Ticket is not null && !isStaffed)
        {
            return Outcome<WindowDuty>.Refused(QueueErrors.WindowBusy, duty.Number!);
        }

        if (duty.IsStaffed == isStaffed && duty.Revision != default)
        {
            return Outcome<WindowDuty>.Done(duty);
        }

        var changed = duty with { IsStaffed = isStaffed };
        var batch = new WriteBatch(context.Agency)
            .AddAudit(context.Entry(_clock, isStaffed ? "queue.signed-on" : "queue.signed-off", QueueKinds.Duty, QueueKeys.Duty(centre, duty.Day, window), Detail(window)));
        _queues.Stage(batch, changed, Expect(duty.Revision));
        var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        return result.IsDurable ? Outcome<WindowDuty>.Done(changed with { Revision = new(result.Versions[^1]) }) : Outcome<WindowDuty>.Refused([CommitFailures.Issue(result)]);
    }

    private static QueueTicket Rejoin(QueueTicket ticket, Instant now) => ticket with
    {
        State = TicketState.Waiting,
        WaitingSince = now,
        Window = null,
        CalledAt = null,
        LastCalledAt = null,
        Recalls = 0,
        StartedAt = null,
    };

    /// <summary>Changes a ticket's state; if it leaves its window by that, the window is freed in the same commit.</summary>
    private async ValueTask<Outcome<QueueTicket>> ChangeAsync(
        AccessContext context,
        QueueTicketId id,
        string? window,
        string action,
        TicketState[] from,
        Func<QueueTicket, Instant, QueueTicket> change,
        CancellationToken cancellationToken,
        BookedOutcome? booked = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start(action);
        for (var round = 0; round < MaxRounds; round++)
        {
            // Who was called before midnight is still served to the end.
            var ends = booked is not null || from is [TicketState.Called];
            var (ticket, refusal) = await AtWindowAsync(context, id, window, from, ends, cancellationToken).ConfigureAwait(false);
            if (refusal is null && booked == BookedOutcome.NoShow)
            {
                refusal = await TooEarlyAsync(context, ticket!, cancellationToken).ConfigureAwait(false);
            }

            if (refusal is not null)
            {
                return Outcome<QueueTicket>.Refused([refusal]);
            }

            var changed = change(ticket!, Now());
            var batch = new WriteBatch(context.Agency);
            _queues.Stage(batch, changed, ticket!.Revision.Expected);
            if (window is not null && changed.State is not (TicketState.Called or TicketState.Serving))
            {
                var duty = await _queues.DutyAsync(context.Agency, ticket.Centre, ticket.Day, window, cancellationToken).ConfigureAwait(false);
                if (duty.Ticket == id)
                {
                    _queues.Stage(batch, duty with { Ticket = null, Number = null }, duty.Revision.Expected);
                }
            }

            if (booked is { } what && ticket.Appointment is { } appointment)
            {
                await _bookings.StageAsync(context, batch, appointment, what, cancellationToken).ConfigureAwait(false);
            }

            Record(context, batch, action, window is null ? changed : changed with { Window = window });
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            if (result.Status != CommitStatus.Conflict)
            {
                return result.IsDurable ? Outcome<QueueTicket>.Done(changed with { Revision = new(result.Versions[0]) }) : Outcome<QueueTicket>.Refused([CommitFailures.Issue(result)]);
            }
        }

        return Outcome<QueueTicket>.Refused(QueueErrors.Busy);
    }

    private async ValueTask<(QueueTicket? Ticket, Issue? Refusal)> AtWindowAsync(AccessContext context, QueueTicketId id, string? window, TicketState[] from, bool ends, CancellationToken cancellationToken)
    {
        var ticket = await _queues.FindTicketAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        Issue? refusal = ticket is null ? new(StorageErrors.NotFound)
            : ticket.Day != ShanghaiTime.Today(_clock) && !ends ? new(QueueErrors.OtherDay)
            : !from.Contains(ticket.State) ? new(QueueErrors.StateForbids, default, [ticket.State.ToString()])
            : window is not null && !string.Equals(ticket.Window, window, StringComparison.Ordinal) ? new(QueueErrors.OtherWindow)
            : null;
        return (ticket, refusal);
    }

    private async ValueTask<Issue?> TooEarlyAsync(AccessContext context, QueueTicket ticket, CancellationToken cancellationToken)
    {
        var setup = await _queues.FindSetupAsync(context.Agency, ticket.Centre, cancellationToken).ConfigureAwait(false);
        var left = ticket.LastCalledAt + setup?.NoShowAfter - Now();
        return left > Duration.Zero ? new(QueueErrors.NoShowTooEarly, default, [$"{(long)Math.Ceiling(left.Value.TotalSeconds)}"]) : null;
    }
}
