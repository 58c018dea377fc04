using NewCitizen.Centres;
using NodaTime;

namespace NewCitizen.Queues;

/// <summary>The lines of a centre at a moment, as a window sees them.</summary>
internal sealed class HallLine
{
    private readonly QueueSetup _setup;
    private readonly QueueDay _day;
    private readonly List<(OvertakingCall Call, ServiceWindow Window)> _overtaking;
    private readonly List<QueueTicket> _waiting;

    public HallLine(ServiceCentre centre, QueueSetup setup, QueueDay day, IReadOnlyList<QueueTicket> inHall)
    {
        (_setup, _day) = (setup, day);
        _overtaking = [.. day.Overtaking.Select(call => (Call: call, Window: centre.FindWindow(call.Window))).Where(found => found.Window is not null).Select(found => (found.Call, found.Window!))];
        _waiting = [.. inHall.Where(ticket => ticket.State == TicketState.Waiting)];
    }

    /// <summary>Who is next at a window.</summary>
    public (QueueTicket Ticket, CallBasis Basis)? Next(ServiceWindow window, Instant now)
    {
        var places = new List<int>();
        var line = new List<LineEntry>();
        for (var i = 0; i < _waiting.Count; i++)
        {
            if (Serves(window, _waiting[i]))
            {
                places.Add(i);
                line.Add(Entry(_waiting[i], i));
            }
        }

        return CallingOrder.Next(line, window.IsPriorityLane, now, _setup.Rules) is { } next ? (_waiting[places[next.Index]], next.Basis) : null;
    }

    /// <summary>A line in the order in which one ordinary window would call it, if nobody came any more.</summary>
    public IReadOnlyList<QueueTicket> InOrder(string group, Instant now)
    {
        var left = new List<(QueueTicket Ticket, LineEntry Entry)>();
        for (var i = 0; i < _waiting.Count; i++)
        {
            if (_waiting[i].Group == group)
            {
                left.Add((_waiting[i], Entry(_waiting[i], i)));
            }
        }

        var order = new List<QueueTicket>(left.Count);
        while (CallingOrder.Next([.. left.Select(place => place.Entry)], isPriorityLane: false, now, _setup.Rules) is { } next)
        {
            var called = left[next.Index];
            order.Add(called.Ticket);
            left.RemoveAt(next.Index);
            for (var i = 0; i < left.Count; i++)
            {
                if (CallingOrder.Overtakes(called.Entry, next.Basis, left[i].Entry))
                {
                    left[i] = (left[i].Ticket, left[i].Entry with { Overtaken = left[i].Entry.Overtaken + 1 });
                }
            }
        }

        return order;
    }

    /// <summary>Everybody who waits, as the estimator sees it, and the place of one of them.</summary>
    public (IReadOnlyList<WaitPerson> People, int Place) People(QueueTicketId who) =>
        ([.. _waiting.Select((ticket, i) => new WaitPerson(ticket.Group, ticket.Items, Entry(ticket, i)))], _waiting.FindIndex(ticket => ticket.Id == who));

    /// <summary>The overtaking calls that still concern somebody, after one more call.</summary>
    public IReadOnlyList<OvertakingCall> OvertakingAfter(QueueTicket called, CallBasis basis, ServiceWindow window, Instant now)
    {
        var calls = _day.Overtaking;
        var overtakes = basis != CallBasis.PriorityLane
            && _waiting.Any(ticket => ticket.Id != called.Id && ticket.Group == called.Group && IsProtected(ticket) && QueueArrival.Compare(ticket, called) < 0);
        if (overtakes)
        {
            calls = [.. calls, new(called.Group, called.TakenAt, called.Number, now, window.Code)];
        }

        return calls.Count == 0 ? calls : [.. calls.Where(call => _waiting.Any(ticket => ticket.Id != called.Id && Concerns(call, ticket)))];
    }

    private LineEntry Entry(QueueTicket ticket, long arrival) => new(
        arrival,
        ticket.Class,
        ticket.Priority is not null,
        ticket.TakenAt,
        ticket.BookedFor,
        IsProtected(ticket) ? _overtaking.Count(found => Concerns(found.Call, ticket) && Serves(found.Window, ticket)) : 0);

    private static bool Concerns(OvertakingCall call, QueueTicket ticket) =>
        IsProtected(ticket) && call.Group == ticket.Group && call.CalledAt >= ticket.WaitingSince && QueueArrival.IsBefore(ticket, call);

    private static bool IsProtected(QueueTicket ticket) => ticket.Class == TicketClass.WalkIn && ticket.Priority is null;

    private static bool Serves(ServiceWindow window, QueueTicket ticket) => ticket.Items.All(window.Items.Contains);
}
