using NewCitizen.Centres;
using NewCitizen.Services;

namespace NewCitizen.Appointments;

/// <summary>Answer to a search for free slots (余号).</summary>
/// <param name="Centre">Where.</param>
/// <param name="Item">What for.</param>
/// <param name="Plan">Code of the plan that gives them out.</param>
/// <param name="HasWaitlist">Whether one can wait for a full slot.</param>
/// <param name="Days">Every day that was asked for.</param>
public sealed record FreeSlots(ServiceCentreId Centre, ServiceItemId Item, string Plan, bool HasWaitlist, IReadOnlyList<FreeDay> Days);
