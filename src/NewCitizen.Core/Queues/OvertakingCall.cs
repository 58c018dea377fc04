using NodaTime;

namespace NewCitizen.Queues;

/// <summary>A call that went before somebody who still waits.</summary>
/// <param name="Group">Line of who was called.</param>
/// <param name="TakenAt">When that ticket was taken.</param>
/// <param name="Number">Its number, to order tickets of one moment.</param>
/// <param name="CalledAt">When it was called.</param>
/// <param name="Window">Where.</param>
internal sealed record OvertakingCall(string Group, Instant TakenAt, string Number, Instant CalledAt, string Window);
