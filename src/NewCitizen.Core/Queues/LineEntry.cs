using NodaTime;

namespace NewCitizen.Queues;

/// <summary>Somebody waiting, as <see cref="CallingOrder"/> sees it.</summary>
/// <param name="Arrival">Rank of arrival: lower came earlier. No two entries of a line share one.</param>
/// <param name="Class">With or without a booking.</param>
/// <param name="IsPriority">Whether of a priority class.</param>
/// <param name="TakenAt">When the ticket was taken.</param>
/// <param name="BookedFor">The booked time; null without a booking.</param>
/// <param name="Overtaken">How many who came later were called before, as <see cref="CallingOrder.Overtakes"/> counts.</param>
public readonly record struct LineEntry(long Arrival, TicketClass Class, bool IsPriority, Instant TakenAt, Instant? BookedFor, int Overtaken)
{
    /// <summary>Whether the bounds protect it: a walk-in of no priority class.</summary>
    public bool IsProtected => Class == TicketClass.WalkIn && !IsPriority;

    /// <summary>From when on it counts: the booked time, or the arrival.</summary>
    internal Instant Due => Class == TicketClass.Booked && BookedFor is { } at ? at : TakenAt;
}
