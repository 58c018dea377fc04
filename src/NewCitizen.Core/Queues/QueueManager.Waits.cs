using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Telemetry;
using NodaTime;

namespace NewCitizen.Queues;

public sealed partial class QueueManager
{
    // More of today tells no more, and the hall of the morning is not that of the afternoon.
    private const int MostPast = 120;

    private static Duration Horizon => Duration.FromHours(2);

    /// <summary>How long the holder of a ticket will still wait (预计等候).</summary>
    /// <returns>The estimate; null when the ticket does not wait, when fewer than five of its line were served today, or when no window will be there for it.</returns>
    public async ValueTask<WaitEstimate?> EstimateAsync(AccessContext context, QueueTicketId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("queue.estimate");
        return await _queues.FindTicketAsync(context.Agency, id, cancellationToken).ConfigureAwait(false) is { State: TicketState.Waiting } ticket && ticket.Day == ShanghaiTime.Today(_clock)
            ? await EstimateAsync(context, ticket.Centre, ticket, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>How long somebody would wait who took a ticket now.</summary>
    /// <returns>The estimate, or null as above.</returns>
    public async ValueTask<WaitEstimate?> EstimateAsync(AccessContext context, TakeTicket command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(command);
        using var span = NewCitizenTelemetry.Start("queue.estimate");
        var (setup, centre, refusal) = await OpenAsync(context, command.Centre, cancellationToken).ConfigureAwait(false);
        if (refusal is not null || CheckItems(setup!, centre!, command.Items, command.Priority) is not null)
        {
            return null;
        }

        var asked = New(default, command.Centre, setup!.GroupOf(command.Items[0])!.Prefix, command.Items, TicketClass.WalkIn, command.Priority, Now()) with { Sequence = int.MaxValue };
        return await EstimateAsync(context, command.Centre, asked, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<WaitEstimate?> EstimateAsync(AccessContext context, ServiceCentreId id, QueueTicket who, CancellationToken cancellationToken)
    {
        var (agency, now) = (context.Agency, Now());
        var today = ShanghaiTime.DateOf(now);
        var centre = await _centres.FindAsync(agency, id, cancellationToken).ConfigureAwait(false);
        var setup = await _queues.FindSetupAsync(agency, id, cancellationToken).ConfigureAwait(false);
        if (centre is null || setup is null)
        {
            return null;
        }

        var own = await _queues.ListDoneAsync(agency, id, today, who.Group, MostPast, cancellationToken).ConfigureAwait(false);
        if (own.Count(ticket => ticket.State == TicketState.Served) < WaitEstimator.FewestServed)
        {
            return null;
        }

        var done = new List<QueueTicket>(own);
        foreach (var group in setup.Groups.Where(group => group.Prefix != who.Group && SharesWindow(centre, group, setup.FindGroup(who.Group))))
        {
            done.AddRange(await _queues.ListDoneAsync(agency, id, today, group.Prefix, MostPast, cancellationToken).ConfigureAwait(false));
        }

        var day = await _queues.DayAsync(agency, id, today, cancellationToken).ConfigureAwait(false);
        var hall = await _queues.ListInHallAsync(agency, id, today, cancellationToken).ConfigureAwait(false);
        if (who.Id == default)
        {
            hall = [.. hall, who];
        }

        var line = new HallLine(centre, setup, day, hall);
        var (people, place) = line.People(who.Id);
        var duties = await _queues.ListDutiesAsync(agency, id, today, cancellationToken).ConfigureAwait(false);
        var expected = await _bookings.ListExpectedAsync(agency, id, today, cancellationToken).ConfigureAwait(false);
        var came = hall.Count(ticket => ticket.Class == TicketClass.Booked) + done.Count(ticket => ticket.Class == TicketClass.Booked);
        var missed = expected.Count(booked => booked.Start < now);
        return WaitEstimator.Estimate(new WaitQuestion
        {
            Now = now,
            Rules = setup.Rules,
            Windows = Windows(centre, hall, duties, now),
            Line = people,
            Who = place,
            Expected = [.. PriorityToCome(setup, [.. hall, .. done], now), .. expected.Where(booked => booked.Start >= now && setup.GroupOf(booked.Item) is not null).Select((booked, i) => Coming(setup, booked, i))],
            ShowUp = (came + 8.5) / (came + missed + 10.0),
            Past = [.. done.Where(ticket => ticket is { CalledAt: not null, EndedAt: not null, Window: not null }).Select(ticket =>
                new PastService(ticket.Group, ticket.Items[0], ticket.Window!, ticket.CalledAt!.Value, ticket.EndedAt!.Value, ticket.State == TicketState.Served))],
        });
    }

    private static bool SharesWindow(ServiceCentre centre, QueueGroup group, QueueGroup? other) =>
        other is not null && centre.Windows.Any(window => window.Items.Any(group.Items.Contains) && window.Items.Any(other.Items.Contains));

    private static WaitPerson Coming(QueueSetup setup, BookedArrival booked, int i) => new(
        setup.GroupOf(booked.Item)!.Prefix,
        [booked.Item],
        new LineEntry(1_000_000 + i, TicketClass.Booked, booked.Quota is { } quota && setup.FindPriority(quota) is not null, booked.Start, booked.Start, 0),
        booked.Start);

    // People of a priority class go first too; as many as came today so far will go on coming.
    private static IEnumerable<WaitPerson> PriorityToCome(QueueSetup setup, IReadOnlyList<QueueTicket> today, Instant now)
    {
        foreach (var line in today.GroupBy(ticket => ticket.Group, StringComparer.Ordinal))
        {
            var known = line.Where(ticket => ticket.Priority is not null).ToList();
            var hours = (now - line.Min(ticket => ticket.TakenAt)).TotalHours;
            if (known.Count == 0 || hours < 0.25 || setup.FindGroup(line.Key) is null)
            {
                continue;
            }

            var gap = Duration.FromHours(hours / known.Count);
            var coming = (int)Math.Min(40, Horizon / gap);
            for (var i = 0; i < coming; i++)
            {
                var at = now + (gap * (i + 1));
                yield return new(line.Key, known[i % known.Count].Items, new LineEntry(2_000_000 + i, TicketClass.WalkIn, IsPriority: true, at, null, 0), at);
            }
        }
    }

    private List<WaitWindow> Windows(ServiceCentre centre, IReadOnlyList<QueueTicket> hall, IReadOnlyList<WindowDuty> duties, Instant now)
    {
        var opening = CentreOpening.Of(centre, ShanghaiTime.DateOf(now), _calendars.Current);
        var windows = new List<WaitWindow>();
        foreach (var window in centre.Windows)
        {
            var duty = duties.FirstOrDefault(known => known.Window == window.Code);
            var planned = opening.StaffedPeriods(window.Code)
                .Select(period => new Interval(TicketHours.At(opening.Day.Date, period.From), TicketHours.At(opening.Day.Date, period.Until)))
                .Where(interval => interval.End > now)
                .ToList();
            if (duty is { IsStaffed: true })
            {
                // Who is there beyond the last shift stays until the line is empty.
                if (planned.Count == 0) planned.Add(new Interval(now, null));
            }
            else
            {
                planned.RemoveAll(interval => interval.Contains(now));
            }

            var busy = duty?.Ticket is { } ticket ? hall.FirstOrDefault(there => there.Id == ticket) : null;
            windows.Add(new(window.Code, window.Items, window.IsPriorityLane, planned, busy?.CalledAt, busy?.Group, busy?.Items[0]));
        }

        return windows;
    }
}
