using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Queues;

/// <summary>A booking as the queue sees it; nothing personal.</summary>
/// <param name="Id">The appointment.</param>
/// <param name="Revision">State that was read.</param>
/// <param name="Centre">Where it is.</param>
/// <param name="Plan">Code of its booking plan, whose grace says how late is too late.</param>
/// <param name="Item">What for.</param>
/// <param name="Quota">Class of people it was booked for; null for everybody.</param>
/// <param name="Start">When it begins.</param>
/// <param name="IsExpected">Whether it is booked and nobody has come yet.</param>
public sealed record BookedArrival(
    AppointmentId Id, Revision Revision, ServiceCentreId Centre, string Plan, ServiceItemId Item, string? Quota, Instant Start, bool IsExpected);
