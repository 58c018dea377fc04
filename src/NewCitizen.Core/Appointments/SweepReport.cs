namespace NewCitizen.Appointments;

/// <summary>What a sweep after a closure found.</summary>
/// <param name="Looked">Appointments looked at.</param>
/// <param name="ToCall">Bookings put on the list of people to call.</param>
/// <param name="Ended">Holds and offers ended.</param>
public sealed record SweepReport(int Looked, int ToCall, int Ended);
