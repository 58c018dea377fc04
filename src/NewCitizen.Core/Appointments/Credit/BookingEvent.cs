using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Appointments.Credit;

/// <summary>One dated event of a person or phone (信用记录). Holds no personal value.</summary>
/// <param name="At">When it happened.</param>
/// <param name="ForDate">Day of the appointment, Asia/Shanghai; for <see cref="BookingEventKind.Lifted"/> the day it was lifted.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Item">The item; null for a lift.</param>
/// <param name="Appointment">Id of the appointment; all zero for a lift.</param>
public sealed record BookingEvent(Instant At, LocalDate ForDate, BookingEventKind Kind, ServiceItemId? Item, Guid Appointment);
