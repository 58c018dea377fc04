using NodaTime;

namespace NewCitizen.Queues;

/// <summary>How long somebody will wait, as far as today tells (预计等候). Say it as "20 to 35 minutes, based on 41 people today".</summary>
/// <param name="Least">Shorter in one case of ten.</param>
/// <param name="Likely">As often shorter as longer.</param>
/// <param name="Most">Longer in one case of ten.</param>
/// <param name="BasedOn">How many people of the line were served today.</param>
public sealed record WaitEstimate(Duration Least, Duration Likely, Duration Most, int BasedOn);
