namespace NewCitizen.Testing.Halls;

/// <summary>One hour of a simulated day.</summary>
/// <param name="Hour">From this hour of the day.</param>
/// <param name="Came">How many took a ticket.</param>
/// <param name="Called">How many were called.</param>
/// <param name="Waiting">How many waited at its end.</param>
/// <param name="MeanWait">Mean wait of those called, in minutes.</param>
public sealed record HallHour(int Hour, int Came, int Called, int Waiting, double MeanWait);
