using NodaTime;

namespace NewCitizen.Queues;

/// <summary>The numbers of <see cref="CallingOrder"/>.</summary>
/// <param name="MostOvertakes">How many may at most be called before a walk-in who came earlier, from 0.</param>
/// <param name="LongestWait">Wait after which a walk-in goes first.</param>
/// <param name="EarlyCall">How long before the booked time somebody who is there may be called before walk-ins.</param>
public sealed record CallingRules(int MostOvertakes, Duration LongestWait, Duration EarlyCall);
