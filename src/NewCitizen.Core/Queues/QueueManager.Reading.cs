using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;

namespace NewCitizen.Queues;

public sealed partial class QueueManager
{
    /// <summary>What the calling screen of a centre shows now. Cheap enough to be asked every few seconds.</summary>
    public async ValueTask<CallBoard> ReadBoardAsync(AccessContext context, ServiceCentreId centre, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var today = ShanghaiTime.Today(_clock);
        var day = await _queues.DayAsync(context.Agency, centre, today, cancellationToken).ConfigureAwait(false);
        var hall = await _queues.ListInHallAsync(context.Agency, centre, today, cancellationToken).ConfigureAwait(false);
        var waiting = hall.Where(ticket => ticket.State == TicketState.Waiting).GroupBy(ticket => ticket.Group, StringComparer.Ordinal).ToDictionary(line => line.Key, line => line.Count(), StringComparer.Ordinal);
        return new(centre, today, day.Recent, day.Windows, waiting);
    }

    /// <summary>Everybody of today who has a ticket and is not done, by arrival: for the clerks.</summary>
    public ValueTask<IReadOnlyList<QueueTicket>> ListInHallAsync(AccessContext context, ServiceCentreId centre, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _queues.ListInHallAsync(context.Agency, centre, ShanghaiTime.Today(_clock), cancellationToken);
    }

    /// <summary>What the windows of a centre do today, by label; only those that have worked.</summary>
    public ValueTask<IReadOnlyList<WindowDuty>> ListWindowsAsync(AccessContext context, ServiceCentreId centre, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _queues.ListDutiesAsync(context.Agency, centre, ShanghaiTime.Today(_clock), cancellationToken);
    }

    /// <summary>Reads one ticket; null if there is none in the caller's agency.</summary>
    public ValueTask<QueueTicket?> FindTicketAsync(AccessContext context, QueueTicketId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _queues.FindTicketAsync(context.Agency, id, cancellationToken);
    }

    /// <summary>Reads a ticket of today by its number, such as <c>A001</c>; null if there is none.</summary>
    public ValueTask<QueueTicket?> FindByNumberAsync(AccessContext context, ServiceCentreId centre, string number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(number);
        return _queues.FindByNumberAsync(context.Agency, centre, ShanghaiTime.Today(_clock), number, cancellationToken);
    }

    /// <summary>A line in the order in which it would be called if nobody came any more.</summary>
    private async ValueTask<IReadOnlyList<QueueTicket>> LineAsync(AccessContext context, ServiceCentreId centre, string group, CancellationToken cancellationToken)
    {
        var today = ShanghaiTime.Today(_clock);
        var place = await _centres.FindAsync(context.Agency, centre, cancellationToken).ConfigureAwait(false);
        var setup = await _queues.FindSetupAsync(context.Agency, centre, cancellationToken).ConfigureAwait(false);
        if (place is null || setup is null)
        {
            return [];
        }

        var day = await _queues.DayAsync(context.Agency, centre, today, cancellationToken).ConfigureAwait(false);
        var hall = await _queues.ListInHallAsync(context.Agency, centre, today, cancellationToken).ConfigureAwait(false);
        return new HallLine(place, setup, day, hall).InOrder(group, Now());
    }
}
