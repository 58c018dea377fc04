using NewCitizen.Storage;

namespace NewCitizen.Appointments;

/// <summary>How slots, appointments, bookers and waiting lists are stored.</summary>
public static class AppointmentKinds
{
    internal const string SlotKey = "slot_key";
    internal const string Taken = "taken";
    internal const string Number = "booking_number";
    internal const string Status = "status";
    internal const string VisitKey = "visit_key";
    internal const string HoldKey = "hold_key";
    internal const string HeldUntil = "held_until";
    internal const string Places = "places";
    internal const string Person = "person";
    internal const string VisitOn = "visit_on";
    internal const string RemindAt = "remind_at";
    internal const string CallKey = "call_key";
    internal const string LastOn = "last_on";
    internal const string LineKey = "line_key";
    internal const string Waiting = "waiting";

    /// <summary>Counters of slots (号源): one a slot and lane, made by the first who wants a place.</summary>
    public static RecordKind Slot { get; } = new(
        "appointment_slot",
        "号源: places taken in one lane of one slot",
        [
            new(SlotKey, FieldType.Text, "centre, plan, day, start and lane; the lane is empty for open places, a quota class, or item: and the id of a limited item"),
            new(Taken, FieldType.Integer, "places taken by living appointments"),
        ],
        [new(SlotKey, IndexType.Ordered)]);

    /// <summary>Appointments (预约).</summary>
    public static RecordKind Appointment { get; } = new(
        "appointment",
        "预约: an appointment, from the hold to the end",
        [
            new(Number, FieldType.Text, "number the person is given; unique"),
            new(Status, FieldType.Text, "held, offered, booked, arrived, served, no-show, cancelled, lapsed or to-call"),
            new(VisitKey, FieldType.Text, "centre, day, start and plan"),
            new(HoldKey, FieldType.Text, "centre, plan, day and start while held or offered"),
            new(HeldUntil, FieldType.Instant, "when the hold or offer is over; null otherwise"),
            new(Places, FieldType.Text, "start and lane of each place it takes"),
            new(Person, FieldType.Bytes, "blind index of the identity document"),
            new(VisitOn, FieldType.Date, "day of the visit"),
            new(RemindAt, FieldType.Instant, "when the reminder is due; null for none or when it is out"),
            new(CallKey, FieldType.Text, "centre, day and start while somebody must call the person"),
        ],
        [
            new(Number, IndexType.Unique),
            new(VisitKey, IndexType.Ordered),
            new(HoldKey, IndexType.Ordered),
            new(HeldUntil, IndexType.Ordered),
            new(Person, IndexType.Lookup),
            new(VisitOn, IndexType.Ordered),
            new(RemindAt, IndexType.Ordered),
            new(CallKey, IndexType.Ordered),
        ]);

    /// <summary>What counts for one identity number or phone (预约人): open bookings and dated events. The id is a blind index.</summary>
    public static RecordKind Booker { get; } = new(
        "booker",
        "预约人: open bookings and credit events of one identity number or phone; id is its blind index",
        [new(LastOn, FieldType.Date, "last day any of it is about")],
        [new(LastOn, IndexType.Ordered)]);

    /// <summary>People who wait for a place (候补).</summary>
    public static RecordKind Waitlist { get; } = new(
        "waitlist_entry",
        "候补: somebody who waits for a place in a slot or on a day",
        [
            new(Status, FieldType.Text, "waiting, offered, accepted, declined, missed or withdrawn"),
            new(LineKey, FieldType.Text, "centre, plan, day and order of arrival while waiting"),
            new(Person, FieldType.Bytes, "blind index of the identity document"),
            new(VisitOn, FieldType.Date, "day of the visit"),
        ],
        [new(LineKey, IndexType.Ordered), new(Person, IndexType.Lookup), new(VisitOn, IndexType.Ordered)]);

    /// <summary>One record a plan and day with a waiting list (候补队列): changes whenever the line does, so that nobody books past it.</summary>
    public static RecordKind Line { get; } = new(
        "waiting_line",
        "候补队列: how many wait on a day of a plan",
        [new(LineKey, FieldType.Text, "centre, plan and day"), new(Waiting, FieldType.Integer, "people who wait"), new(VisitOn, FieldType.Date, "the day")],
        [new(VisitOn, IndexType.Ordered)]);
}
