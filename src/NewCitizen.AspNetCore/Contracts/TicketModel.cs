using NewCitizen.Queues;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A ticket (号票). Nothing of a person but, for a booked one, the id of the appointment.</summary>
/// <param name="Id">Identifies it; not a secret.</param>
/// <param name="CentreId">Where.</param>
/// <param name="Date">Day for which it is good, Asia/Shanghai.</param>
/// <param name="Number">Number as printed and called, such as <c>A001</c>.</param>
/// <param name="Line">Prefix of the line it waits in; another than the number's after a transfer.</param>
/// <param name="ItemIds">What for.</param>
/// <param name="Class"><c>walkIn</c> or <c>booked</c>.</param>
/// <param name="Priority">Code of the priority class; absent for none.</param>
/// <param name="State"><c>waiting</c>, <c>called</c>, <c>serving</c>, <c>held</c>, <c>served</c>, <c>noShow</c> or <c>left</c>.</param>
/// <param name="TakenAt">When it was taken.</param>
/// <param name="BookedFor">The booked time; absent without a booking.</param>
/// <param name="AppointmentId">The appointment; absent without one.</param>
/// <param name="Window">Window it was called to last.</param>
/// <param name="CalledAt">When it was first called to that window.</param>
/// <param name="Recalls">How often it was called again there.</param>
/// <param name="StartedAt">When serving began.</param>
/// <param name="EndedAt">When it was over.</param>
public sealed record TicketModel(
    Guid Id,
    Guid CentreId,
    DateOnly Date,
    string Number,
    string Line,
    IReadOnlyList<Guid> ItemIds,
    string Class,
    string? Priority,
    string State,
    DateTimeOffset TakenAt,
    DateTimeOffset? BookedFor,
    Guid? AppointmentId,
    string? Window,
    DateTimeOffset? CalledAt,
    int Recalls,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt)
{
    /// <summary>The number and state.</summary>
    public override string ToString() => $"{Number} {State}";

    internal static TicketModel Of(QueueTicket ticket) => new(
        ticket.Id.Value,
        ticket.Centre.Value,
        ticket.Day.ToDateOnly(),
        ticket.Number,
        ticket.Group,
        [.. ticket.Items.Select(item => item.Value)],
        WireName.Of(ticket.Class),
        ticket.Priority,
        WireName.Of(ticket.State),
        ticket.TakenAt.ToDateTimeOffset(),
        ticket.BookedFor?.ToDateTimeOffset(),
        ticket.Appointment?.Value,
        ticket.Window,
        ticket.CalledAt?.ToDateTimeOffset(),
        ticket.Recalls,
        ticket.StartedAt?.ToDateTimeOffset(),
        ticket.EndedAt?.ToDateTimeOffset());
}
