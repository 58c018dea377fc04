namespace NewCitizen.Appointments;

/// <summary>What a check of the books of appointments found.</summary>
/// <param name="Slots">Counters looked at.</param>
/// <param name="Living">Living appointments.</param>
/// <param name="Problems">What does not fit, by key of the counter; empty when sound. No personal values.</param>
public sealed record AppointmentAuditReport(int Slots, int Living, IReadOnlyList<string> Problems);
