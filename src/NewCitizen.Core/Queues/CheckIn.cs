using NewCitizen.Appointments;
using NewCitizen.Centres;

namespace NewCitizen.Queues;

/// <summary>Command: somebody with a booking has come (预约签到). Sent twice it gives the same ticket.</summary>
/// <param name="Centre">Where.</param>
/// <param name="Appointment">The appointment.</param>
/// <param name="Priority">Code of the priority class; null for none, or for the quota class of the booking.</param>
public sealed record CheckIn(ServiceCentreId Centre, AppointmentId Appointment, string? Priority = null);
