namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Check in somebody who has booked (预约签到).</summary>
/// <param name="AppointmentId">The appointment.</param>
/// <param name="Priority">Code of the priority class; absent for none, or for the class of the booking.</param>
public sealed record CheckInRequest(Guid AppointmentId, string? Priority = null);
