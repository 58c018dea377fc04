using NodaTime;

namespace NewCitizen.Queues;

/// <summary>
/// Estimates a wait (等候时间估计) by playing the rest of the day many times: the line ahead by the very rule by which it is called, booked people still to
/// come, windows that leave, and for each person a service time drawn from today's of the same item. Says nothing before five people of the line were
/// served today. Pure: the same question gives the same answer.
/// </summary>
/// <remarks>Each play draws its own sample of today's service times first (bootstrap), so that few served people make a wide range.</remarks>
public static class WaitEstimator
{
    /// <summary>Fewest served people of a line for a figure.</summary>
    public const int FewestServed = 5;

    internal const int Plays = 160;

    // The plays do not know all that can happen: somewhat wider than a tenth at each end, the range holds about eight waits of ten on simulated days.
    private const double Tail = 0.06;

    /// <summary>Estimates.</summary>
    /// <returns>The estimate; null when fewer than five of the line were served, or no window will be there for it.</returns>
    public static WaitEstimate? Estimate(WaitQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var who = question.Line[question.Who];
        var served = question.Past.Count(past => past.Came && past.Group == who.Group);
        if (served < FewestServed)
        {
            return null;
        }

        var plays = new WaitPlays(question);
        var waits = new double[Plays];
        for (var i = 0; i < Plays; i++)
        {
            waits[i] = plays.Run(i);
        }

        Array.Sort(waits);
        return double.IsInfinity(waits[Plays / 2]) ? null : new(At(Tail), At(0.5), At(1 - Tail), served);

        Duration At(double share)
        {
            var place = (int)Math.Round(share * (Plays - 1));
            while (double.IsInfinity(waits[place])) place--;
            return Duration.FromSeconds(Math.Round(waits[place]));
        }
    }
}
