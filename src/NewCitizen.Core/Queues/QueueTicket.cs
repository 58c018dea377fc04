using System.Globalization;
using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Queues;

/// <summary>A ticket of a line (号票). Holds nothing of a person but, for a booked one, the id of the appointment.</summary>
public sealed record QueueTicket
{
    /// <summary>Identifies the ticket.</summary>
    public required QueueTicketId Id { get; init; }

    /// <summary>State that was read; default for one that is not stored yet.</summary>
    public Revision Revision { get; init; }

    /// <summary>Where.</summary>
    public required ServiceCentreId Centre { get; init; }

    /// <summary>Day in Asia/Shanghai for which it is good; numbers begin again each day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Prefix of the number.</summary>
    public required string Prefix { get; init; }

    /// <summary>Number, from 1 each day; unique and without gaps for each prefix.</summary>
    public required int Sequence { get; init; }

    /// <summary>The line it waits in: its own prefix, or after a transfer another.</summary>
    public required string Group { get; init; }

    /// <summary>What for.</summary>
    public required IReadOnlyList<ServiceItemId> Items { get; init; }

    /// <summary>With a booking in time, or without.</summary>
    public required TicketClass Class { get; init; }

    /// <summary>Code of the priority class; null for none.</summary>
    public string? Priority { get; init; }

    /// <summary>Where it stands.</summary>
    public required TicketState State { get; init; }

    /// <summary>When it was taken, cut to whole milliseconds.</summary>
    public required Instant TakenAt { get; init; }

    /// <summary>Since when it has been in its line: as taken, or since it was resumed or transferred.</summary>
    public required Instant WaitingSince { get; init; }

    /// <summary>The booked time; null without a booking.</summary>
    public Instant? BookedFor { get; init; }

    /// <summary>The appointment; null without one.</summary>
    public AppointmentId? Appointment { get; init; }

    /// <summary>Window it was called to last; null before.</summary>
    public string? Window { get; init; }

    /// <summary>When it was first called to that window.</summary>
    public Instant? CalledAt { get; init; }

    /// <summary>When it was last called or called again.</summary>
    public Instant? LastCalledAt { get; init; }

    /// <summary>How often it was called again at that window.</summary>
    public int Recalls { get; init; }

    /// <summary>When serving began.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>When it was over: served, no-show or left.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>The number as printed and called, such as <c>A001</c>.</summary>
    public string Number => Print(Prefix, Sequence);

    /// <summary>Whether it is over.</summary>
    public bool IsOver => State is TicketState.Served or TicketState.NoShow or TicketState.Left;

    /// <summary>Number and state; no personal value.</summary>
    public override string ToString() => $"{Number} {State}";

    internal static string Print(string prefix, int sequence) => prefix + sequence.ToString("D3", CultureInfo.InvariantCulture);
}
