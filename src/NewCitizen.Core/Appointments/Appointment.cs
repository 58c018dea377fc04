using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>An appointment (预约), from the hold to the end. Days and times of day are those of Asia/Shanghai.</summary>
public sealed record Appointment
{
    /// <summary>Identifies it; stays the same when it is moved to another slot.</summary>
    public required AppointmentId Id { get; init; }

    /// <summary>State that was read; default for one that is not stored yet.</summary>
    public Revision Revision { get; init; }

    /// <summary>The number the person is given.</summary>
    public required AppointmentNumber Number { get; init; }

    /// <summary>Where it stands.</summary>
    public required AppointmentStatus Status { get; init; }

    /// <summary>Where it is.</summary>
    public required ServiceCentreId Centre { get; init; }

    /// <summary>Code of the booking plan.</summary>
    public required string Plan { get; init; }

    /// <summary>What for.</summary>
    public required ServiceItemId Item { get; init; }

    /// <summary>Class of people it was asked for, such as <c>elderly</c>; null for everybody.</summary>
    public string? Quota { get; init; }

    /// <summary>Which day.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>When it begins.</summary>
    public required LocalTime Start { get; init; }

    /// <summary>When its last slot ends.</summary>
    public required LocalTime End { get; init; }

    /// <summary>Places it takes, in time order; kept for the record when it no longer takes them.</summary>
    public required IReadOnlyList<SlotPlace> Places { get; init; }

    /// <summary>Whether the plan limits the item, so that a place of the item is taken besides.</summary>
    public bool CountsItem { get; init; }

    /// <summary>When a hold or an offer is over; null otherwise.</summary>
    public Instant? HeldUntil { get; init; }

    /// <summary>Whom it is for; null while it is only held.</summary>
    public BookedPerson? Person { get; init; }

    /// <summary>The place in line an offer came from; null for none.</summary>
    public WaitlistEntryId? Waitlist { get; init; }

    /// <summary>When the reminder is due; null for none, or when it is out.</summary>
    public Instant? RemindAt { get; init; }

    /// <summary>How often it was changed since it was booked, from 0: the SEQUENCE of its calendar entry (RFC 5545, 3.8.7.4).</summary>
    public int Sequence { get; init; }

    /// <summary>When it was first written.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>When it was last written.</summary>
    public required Instant ChangedAt { get; init; }

    /// <summary>Why somebody must call; null unless it was put on that list.</summary>
    public CallReason? CallReason { get; init; }

    /// <summary>When the person was called; null if not yet.</summary>
    public Instant? CalledAt { get; init; }

    /// <summary>Digest of the request that wrote this state, to know a retry; null without a request key.</summary>
    internal string? Request { get; init; }

    /// <summary>When it begins.</summary>
    public Instant StartsAt => Date.At(Start).InZoneLeniently(ShanghaiTime.Zone).ToInstant();

    /// <summary>When it ends.</summary>
    public Instant EndsAt => Date.At(End).InZoneLeniently(ShanghaiTime.Zone).ToInstant();

    /// <summary>Whether it takes its places: all but cancelled, lapsed and to-call ones do.</summary>
    public bool IsLiving => Status is not (AppointmentStatus.Cancelled or AppointmentStatus.Lapsed or AppointmentStatus.ToCall);

    /// <summary>Whether it is a hold or an offer whose time is over: its place is free for the next, though nobody has taken it yet.</summary>
    public bool IsOver(Instant now) => Status is AppointmentStatus.Held or AppointmentStatus.Offered && HeldUntil <= now;

    /// <summary>Number and status; no personal value.</summary>
    public override string ToString() => $"{Number} {Status}";
}
