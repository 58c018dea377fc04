using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Queues;

public sealed partial class QueueManager
{
    private const int MaxItems = 10;

    // Of those who want the same number at once one gets it each round.
    private const int MaxRounds = 200;

    /// <summary>Gives a ticket to somebody without a booking. However many kiosks ask at once, numbers are unique and without gaps.</summary>
    /// <param name="context">On whose behalf: the kiosk.</param>
    /// <param name="command">What for.</param>
    /// <param name="requestKey">Makes the call repeatable: sent again it gives the same ticket; null when a repetition shall be another.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ticket; refused with NC2400, NC2405, NC2410–NC2418, or NC3003 when the key was used for something else.</returns>
    public async ValueTask<Outcome<IssuedTicket>> TakeTicketAsync(AccessContext context, TakeTicket command, RequestKey? requestKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("queue.take-ticket");
        var (setup, centre, refusal) = await OpenAsync(context, command.Centre, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
        {
            return Outcome<IssuedTicket>.Refused([refusal]);
        }

        if (CheckItems(setup!, centre!, command.Items, command.Priority) is { } issue)
        {
            return Outcome<IssuedTicket>.Refused([issue]);
        }

        var id = requestKey is null ? QueueTicketId.New(_ids) : new QueueTicketId(QueueKeys.Repeated(context.Agency.Value, requestKey.Value));
        var group = setup!.GroupOf(command.Items[0])!;
        return await IssueAsync(context, setup, centre!, requestKey, Draft, _ => ValueTask.FromResult(true), [], cancellationToken).ConfigureAwait(false);

        QueueTicket Draft(Instant now) => New(id, command.Centre, group.Prefix, [.. command.Items.Distinct()], TicketClass.WalkIn, command.Priority, now);
    }

    /// <summary>Checks somebody in who has booked: the booking is set down as arrived and the ticket made in one commit. Who is later than the plan's grace waits as a walk-in, and NC2450 says so.</summary>
    /// <returns>The ticket, the same however often this is sent, and back in the line if it was set aside; refused with NC2400, NC2405, NC2411, NC2413–NC2422.</returns>
    public async ValueTask<Outcome<IssuedTicket>> CheckInAsync(AccessContext context, CheckIn command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("queue.check-in");
        var booked = await _bookings.FindAsync(context.Agency, command.Appointment, cancellationToken).ConfigureAwait(false);
        if (booked is null || booked.Centre != command.Centre)
        {
            return Outcome<IssuedTicket>.Refused(QueueErrors.BookingUnknown);
        }

        if (await _queues.FindByAppointmentAsync(context.Agency, command.Appointment, cancellationToken).ConfigureAwait(false) is { } earlier)
        {
            return await BackAsync(context, earlier, cancellationToken).ConfigureAwait(false);
        }

        var (setup, centre, refusal) = await OpenAsync(context, command.Centre, cancellationToken).ConfigureAwait(false);
        var today = ShanghaiTime.Today(_clock);
        refusal = ShanghaiTime.DateOf(booked.Start) != today ? new(QueueErrors.BookingOtherDay, default, [LocalDatePattern.Iso.Format(ShanghaiTime.DateOf(booked.Start))])
            : !booked.IsExpected ? new(QueueErrors.BookingOver)
            : refusal ?? CheckItems(setup!, centre!, [booked.Item], command.Priority);
        if (refusal is not null)
        {
            return Outcome<IssuedTicket>.Refused([refusal]);
        }

        var grace = centre!.FindPlan(booked.Plan)?.Grace ?? Duration.Zero;
        var isLate = Now() > booked.Start + grace;
        var priority = command.Priority ?? (booked.Quota is { } quota && setup!.FindPriority(quota) is not null ? quota : null);
        var id = QueueTicketId.New(_ids);
        var outcome = await IssueAsync(
            context, setup!, centre, requestKey: null, Draft, batch => _bookings.StageAsync(context, batch, booked.Id, BookedOutcome.Arrived, cancellationToken),
            isLate ? [new Issue(QueueErrors.CameLate, default, [$"{(int)grace.TotalMinutes}"])] : [],
            cancellationToken).ConfigureAwait(false);

        // At two kiosks at once: the other one has it.
        return !outcome.Succeeded && await _queues.FindByAppointmentAsync(context.Agency, command.Appointment, cancellationToken).ConfigureAwait(false) is { } other
            ? Outcome<IssuedTicket>.Done(Hand(other))
            : outcome;

        QueueTicket Draft(Instant now) =>
            New(id, command.Centre, setup!.GroupOf(booked.Item)!.Prefix, [booked.Item], isLate ? TicketClass.WalkIn : TicketClass.Booked, priority, now) with
            {
                BookedFor = booked.Start,
                Appointment = booked.Id,
            };
    }

    /// <summary>Where a holder stands.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="link">The link of <see cref="IssuedTicket"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The place; refused with NC3012 for a link that is none.</returns>
    public async ValueTask<Outcome<TicketPlace>> FindPlaceAsync(AccessContext context, string link, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(link);
        if (_links.Read(link) is not { } id || await _queues.FindTicketAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is not { } ticket)
        {
            return Outcome<TicketPlace>.Refused(StorageErrors.NotFound);
        }

        int? ahead = null;
        if (ticket.State == TicketState.Waiting && ticket.Day == ShanghaiTime.Today(_clock))
        {
            ahead = (await LineAsync(context, ticket.Centre, ticket.Group, cancellationToken).ConfigureAwait(false)).TakeWhile(other => other.Id != ticket.Id).Count();
        }

        return Outcome<TicketPlace>.Done(new(ticket, ahead));
    }

    /// <summary>Takes a ticket back whose holder leaves without being served (取消排队).</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="link">The link of <see cref="IssuedTicket"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ticket; refused with NC2433, NC2437 or NC3012.</returns>
    public async ValueTask<Outcome<QueueTicket>> LeaveAsync(AccessContext context, string link, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(link);
        return _links.Read(link) is { } id
            ? await ChangeAsync(context, id, window: null, "queue.left", [TicketState.Waiting, TicketState.Held], (ticket, now) => ticket with { State = TicketState.Left, EndedAt = now }, cancellationToken).ConfigureAwait(false)
            : Outcome<QueueTicket>.Refused(StorageErrors.NotFound);
    }

    // Who was set aside, such as for not being there when called early, says by checking in again that they are back.
    private async ValueTask<Outcome<IssuedTicket>> BackAsync(AccessContext context, QueueTicket ticket, CancellationToken cancellationToken)
    {
        var resumed = ticket.State == TicketState.Held ? await ResumeAsync(context, ticket.Id, cancellationToken).ConfigureAwait(false) : null;
        return Outcome<IssuedTicket>.Done(Hand(resumed is { Succeeded: true } ? resumed.Value : ticket));
    }

    private IssuedTicket Hand(QueueTicket ticket) => new(ticket, _links.Make(ticket.Id));

    private static QueueTicket New(QueueTicketId id, ServiceCentreId centre, string prefix, IReadOnlyList<ServiceItemId> items, TicketClass origin, string? priority, Instant now) => new()
    {
        Id = id,
        Centre = centre,
        Day = ShanghaiTime.DateOf(now),
        Prefix = prefix,
        Sequence = 0,
        Group = prefix,
        Items = items,
        Class = origin,
        Priority = priority,
        State = TicketState.Waiting,
        TakenAt = now,
        WaitingSince = now,
    };

    /// <summary>Takes the next number with the ticket and what else belongs to it, in one commit.</summary>
    private async ValueTask<Outcome<IssuedTicket>> IssueAsync(
        AccessContext context,
        QueueSetup setup,
        ServiceCentre centre,
        RequestKey? requestKey,
        Func<Instant, QueueTicket> draft,
        Func<WriteBatch, ValueTask<bool>> stageMore,
        IReadOnlyList<Issue> warnings,
        CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            // Midnight or closing time may pass while we try.
            var now = Now();
            if (TicketHours.Closed(centre, setup, _calendars.Current, now) is { } closed)
            {
                return Outcome<IssuedTicket>.Refused([closed]);
            }

            var ticket = draft(now);
            var issued = await _queues.IssuedAsync(context.Agency, ticket.Centre, ticket.Day, ticket.Prefix, cancellationToken).ConfigureAwait(false);
            ticket = ticket with { Sequence = (int)(issued ?? 0) + 1 };
            var batch = new WriteBatch(context.Agency, requestKey);
            QueueStore.StageNumber(batch, ticket.Centre, ticket.Day, ticket.Prefix, issued);
            _queues.Stage(batch, ticket, ExpectedVersion.Missing);
            if (!await stageMore(batch).ConfigureAwait(false))
            {
                return Outcome<IssuedTicket>.Refused(QueueErrors.BookingOver);
            }

            Record(context, batch, "queue.ticket-taken", ticket);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            switch (result)
            {
                case { Status: CommitStatus.Committed }:
                    return Outcome<IssuedTicket>.Done(Hand(ticket with { Revision = new(result.Versions[1]) }), warnings);
                case { Status: CommitStatus.Replayed }:
                    var first = await _queues.FindTicketAsync(context.Agency, ticket.Id, cancellationToken).ConfigureAwait(false);
                    return first is null ? Outcome<IssuedTicket>.Refused(StorageErrors.NotFound) : Outcome<IssuedTicket>.Done(Hand(first), warnings);
                case { FailedOperation: 0, Status: CommitStatus.Conflict or CommitStatus.LimitReached }:
                    continue;
                case { Status: CommitStatus.NotUnique, Field: QueueKinds.NumberKey }:
                    continue;
                case { Status: CommitStatus.Conflict, FailedOperation: > 1 }:
                    continue;
                default:
                    return Outcome<IssuedTicket>.Refused([CommitFailures.Issue(result)]);
            }
        }

        return Outcome<IssuedTicket>.Refused(QueueErrors.Busy);
    }

    private async ValueTask<(QueueSetup? Setup, ServiceCentre? Centre, Issue? Refusal)> OpenAsync(AccessContext context, ServiceCentreId id, CancellationToken cancellationToken)
    {
        var centre = await _centres.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (centre is null)
        {
            return (null, null, new(QueueErrors.CentreUnknown));
        }

        var setup = await _queues.FindSetupAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        return setup is null ? (null, centre, new(QueueErrors.NotConfigured)) : (setup, centre, TicketHours.Closed(centre, setup, _calendars.Current, Now()));
    }

    private static Issue? CheckItems(QueueSetup setup, ServiceCentre centre, IReadOnlyList<ServiceItemId> items, string? priority)
    {
        if (items.Count is 0 or > MaxItems)
        {
            return new(QueueErrors.ItemsMissing, IssueLocation.At("/items"), [$"{MaxItems}"]);
        }

        var groups = items.Select(setup.GroupOf).Distinct().ToList();
        return groups.Contains(null) ? new(QueueErrors.ItemWithoutLine, IssueLocation.At("/items"))
            : groups.Count > 1 ? new(QueueErrors.ItemsOfTwoLines, IssueLocation.At("/items"))
            : priority is not null && setup.FindPriority(priority) is null ? new(QueueErrors.PriorityUnknown, IssueLocation.At("/priority"))
            : centre.Windows.Any(window => Serves(window, items)) ? null
            : new(QueueErrors.NoWindow, IssueLocation.At("/items"));
    }

    private static bool Serves(ServiceWindow window, IReadOnlyList<ServiceItemId> items) => items.All(window.Items.Contains);
}
