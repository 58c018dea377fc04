namespace NewCitizen.Appointments;

/// <summary>What was read for a simple booking.</summary>
internal sealed record BookingLook(Appointment? Own, BookerSet? Bookers, DayLedger? Ledger, Guid LineId, long LineVersion, long Waiting);
