using NodaTime;

namespace NewCitizen.Relays;

/// <summary>What one step of a relay did.</summary>
/// <param name="State">How the relay stands after it.</param>
/// <param name="Delivered">Messages the receiver took.</param>
/// <param name="Parked">Messages parked, 0 or 1.</param>
/// <param name="Wait">How long to wait before the next step; zero for at once.</param>
public sealed record RelayStep(RelayState State, int Delivered, int Parked, Duration Wait);
