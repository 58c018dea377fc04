using NewCitizen.Storage;

namespace NewCitizen.Queues;

/// <summary>How lines and tickets are stored.</summary>
public static class QueueKinds
{
    internal const string CentreId = "centre_id";
    internal const string Day = "day";
    internal const string Issued = "issued";
    internal const string Prefix = "prefix";
    internal const string NumberKey = "number_key";
    internal const string State = "state";
    internal const string InHall = "in_hall";
    internal const string DoneIn = "done_in";
    internal const string EndedAt = "ended_at";
    internal const string AppointmentId = "appointment_id";
    internal const string Window = "window_code";
    internal const string TicketId = "ticket_id";

    private static readonly FieldDefinition s_centre = new(CentreId, FieldType.Bytes, "id of the service centre");
    private static readonly FieldDefinition s_day = new(Day, FieldType.Date, "day in Asia/Shanghai");

    /// <summary>Rules of a centre's lines (排队规则); the id is that of the centre.</summary>
    public static RecordKind Setup { get; } = new("queue_setup", "排队规则: lines and rules of a service centre", [], []);

    /// <summary>Counters of ticket numbers (取号计数).</summary>
    public static RecordKind Counter { get; } = new(
        "ticket_counter",
        "取号计数: how many tickets of a prefix were given on a day",
        [s_centre, s_day, new(Prefix, FieldType.Text, "prefix of the numbers"), new(Issued, FieldType.Integer, "last number given")],
        []);

    /// <summary>Tickets (号票).</summary>
    public static RecordKind Ticket { get; } = new(
        "queue_ticket",
        "号票: a ticket of a line",
        [
            s_centre,
            s_day,
            new(NumberKey, FieldType.Text, "centre, day and number; unique"),
            new(State, FieldType.Text, "where it stands"),
            new(InHall, FieldType.Text, "centre and day until it is over, then null"),
            new(DoneIn, FieldType.Text, "centre, day and line once its turn at a window is over, else null"),
            new(EndedAt, FieldType.Instant, "when it was over"),
            new(AppointmentId, FieldType.Bytes, "id of the appointment, null without one; unique"),
        ],
        [
            new(Day, IndexType.Ordered),
            new(NumberKey, IndexType.Unique),
            new(InHall, IndexType.Lookup),
            new(DoneIn, IndexType.Lookup),
            new(EndedAt, IndexType.Ordered),
            new(AppointmentId, IndexType.Unique),
        ]);

    /// <summary>Windows on a day (窗口当日状态).</summary>
    public static RecordKind Duty { get; } = new(
        "window_duty",
        "窗口当日状态: what a window does on a day",
        [s_centre, s_day, new(Window, FieldType.Text, "label of the window"), new(TicketId, FieldType.Bytes, "ticket at the window, null while free")],
        [new(CentreId, IndexType.Lookup), new(Day, IndexType.Ordered)]);

    /// <summary>Calls of a day (当日叫号).</summary>
    public static RecordKind Calls { get; } = new("queue_day", "当日叫号: recent calls of a service centre on a day", [s_centre, s_day], []);
}
