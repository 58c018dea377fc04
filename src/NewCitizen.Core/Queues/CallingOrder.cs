using NodaTime;

namespace NewCitizen.Queues;

/// <summary>
/// Who is called next (叫号规则). Pure: the same line at the same moment gives the same answer.
/// <list type="number">
/// <item>At a priority lane, people of a priority class, by booked time or arrival. Such a call takes nothing from the others: the window is there for it.</item>
/// <item>Walk-ins who were overtaken <see cref="CallingRules.MostOvertakes"/> times or have waited <see cref="CallingRules.LongestWait"/>, by arrival.</item>
/// <item>Booked people whose time has come and people of a priority class, by booked time or arrival.</item>
/// <item>Walk-ins, by arrival.</item>
/// <item>Booked people whose time has not come, by booked time.</item>
/// </list>
/// So no walk-in is overtaken by more than <see cref="CallingRules.MostOvertakes"/> people at the windows that can serve it, lanes for priority
/// classes apart; and while one has waited too long, nobody who came later goes first. Who comes later than the grace of a booking is a walk-in.
/// </summary>
public static class CallingOrder
{
    /// <summary>Finds the next.</summary>
    /// <param name="line">Everybody whom the window can serve, in any order.</param>
    /// <param name="isPriorityLane">Whether the window calls priority classes first.</param>
    /// <param name="now">The moment.</param>
    /// <param name="rules">The numbers.</param>
    /// <returns>The next; null if nobody waits.</returns>
    public static NextCall? Next(IReadOnlyList<LineEntry> line, bool isPriorityLane, Instant now, CallingRules rules)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(rules);
        NextCall? best = null;
        for (var i = 0; i < line.Count; i++)
        {
            var basis = Basis(line[i], isPriorityLane, now, rules);
            if (best is not { } found || basis < found.Basis || (basis == found.Basis && Compare(line[i], line[found.Index], basis) < 0))
            {
                best = new(i, basis);
            }
        }

        return best;
    }

    /// <summary>Whether a call overtakes somebody of the same line who waits: the waiting one is protected and came earlier, and the call is not one of a lane for its own.</summary>
    /// <param name="called">Who is called.</param>
    /// <param name="basis">Why.</param>
    /// <param name="waiting">Who waits, and could be served at that window.</param>
    public static bool Overtakes(LineEntry called, CallBasis basis, LineEntry waiting) =>
        basis != CallBasis.PriorityLane && waiting.IsProtected && waiting.Arrival < called.Arrival;

    internal static CallBasis Basis(LineEntry entry, bool isPriorityLane, Instant now, CallingRules rules)
    {
        if (entry.IsPriority)
        {
            return isPriorityLane ? CallBasis.PriorityLane : CallBasis.Due;
        }

        if (entry.Class == TicketClass.Booked)
        {
            return entry.Due - rules.EarlyCall <= now ? CallBasis.Due : CallBasis.BeforeTime;
        }

        return entry.Overtaken >= rules.MostOvertakes || now - entry.TakenAt >= rules.LongestWait ? CallBasis.BoundReached : CallBasis.Arrival;
    }

    internal static int Compare(LineEntry one, LineEntry other, CallBasis basis)
    {
        var byTime = basis is CallBasis.BoundReached or CallBasis.Arrival ? 0 : one.Due.CompareTo(other.Due);
        return byTime != 0 ? byTime : one.Arrival.CompareTo(other.Arrival);
    }
}
