using NewCitizen.Appointments;
using NewCitizen.Queues;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Testing.Halls;

/// <summary>What became of one person of a simulated day.</summary>
public sealed class SimulatedPerson
{
    internal SimulatedPerson(ServiceItemId item, string group, bool isPriority, bool isGone, Instant comesAt, double seconds)
    {
        Item = item;
        Group = group;
        IsPriority = isPriority;
        IsGone = isGone;
        ComesAt = comesAt;
        Seconds = seconds;
    }

    /// <summary>Line.</summary>
    public string Group { get; }

    /// <summary>Whether of a priority class.</summary>
    public bool IsPriority { get; }

    /// <summary>When the person comes.</summary>
    public Instant ComesAt { get; }

    /// <summary>The booked time; null without a booking.</summary>
    public Instant? BookedFor { get; internal set; }

    /// <summary>How it waits: as booked or as a walk-in; null if no ticket was given.</summary>
    public TicketClass? Class { get; internal set; }

    /// <summary>When called; null if never.</summary>
    public Instant? CalledAt { get; internal set; }

    /// <summary>How many who came later to the same line were called before at windows that could serve this one, priority lanes for their own apart.</summary>
    public int Overtaken { get; internal set; }

    /// <summary>Whether it was called and did not come.</summary>
    public bool IsNoShow { get; internal set; }

    /// <summary>Wait from the ticket to the call.</summary>
    public Duration? Wait => CalledAt - ComesAt;

    /// <summary>What it was told when the ticket was taken; null for nothing.</summary>
    public WaitEstimate? Estimate { get; internal set; }

    /// <summary>Whether the wait lay in the range that was told.</summary>
    public bool IsInRange => Estimate is { } told && Wait is { } wait && wait >= told.Least && wait <= told.Most;

    internal ServiceItemId Item { get; }

    internal bool IsGone { get; }

    internal double Seconds { get; }

    internal AppointmentId? Appointment { get; set; }

    internal QueueTicketId Ticket { get; set; }

    internal long Order { get; set; }

    /// <summary>Queue length × mean gap between calls.</summary>
    internal double QueueLengthRule { get; set; }

    /// <summary>How long the first in line has waited.</summary>
    internal double HeadOfLineRule { get; set; }

    /// <summary>How long the last who was called had waited.</summary>
    internal double LastCalledRule { get; set; }
}
