using System.Globalization;
using NewCitizen.Errors;
using NewCitizen.Permits.Rules;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>
/// The life of a permit as a pure function of its dated events (居住证的一生): what holds on a day follows from the events before it and from the
/// calendar, so no job has to run in time. The manager, the command line and the tests all ask here. 居住证暂行条例第九至第十一条.
/// </summary>
public static class PermitLife
{
    /// <summary>How a permit stands on a day.</summary>
    /// <param name="events">Its events, oldest first; those after the day are left out.</param>
    /// <param name="on">The day in Asia/Shanghai.</param>
    /// <exception cref="NewCitizenException">An event cannot have happened: its refusal.</exception>
    public static PermitStanding StandingOn(IEnumerable<PermitEvent> events, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(events);
        var standing = new PermitStanding(LocalDate.MinIsoValue);
        foreach (var happened in events.TakeWhile(happened => happened.On <= on))
        {
            var (next, refusal) = Apply(standing, happened);
            standing = refusal is null ? next : throw new NewCitizenException(refusal.Code, refusal.Arguments);
        }

        return Advance(standing, on);
    }

    /// <summary>Goes through a life event by event: what each led to, by which rule, and which could not be done.</summary>
    /// <param name="events">The events, oldest first.</param>
    /// <param name="on">The day asked about; later events are left out.</param>
    public static PermitTrace Trace(IEnumerable<PermitEvent> events, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(events);
        var standing = new PermitStanding(LocalDate.MinIsoValue);
        var lines = new List<PermitTraceLine>();
        foreach (var happened in events.TakeWhile(happened => happened.On <= on))
        {
            if (happened.On >= standing.On)
            {
                standing = Lapse(standing, happened.On, lines);
            }

            var (next, refusal) = Apply(standing, happened);
            lines.Add(new(happened.On, happened.Act, next.State, refusal, PermitTopic.RuleOf(happened.Act, standing, refusal)));
            standing = next;
        }

        return new(lines, Lapse(standing, on, lines));

        static PermitStanding Lapse(PermitStanding before, LocalDate day, List<PermitTraceLine> lines)
        {
            var after = Advance(before, day);
            if (after.State != before.State)
            {
                lines.Add(new(after.SuspendedSince!.Value, PermitAct.Lapse, after.State, null, PermitTopic.SuspensionCode));
            }

            return after;
        }
    }

    /// <summary>What the calendar alone does until a day: a year that ended without an endorsement suspends the functions on the day after.</summary>
    public static PermitStanding Advance(PermitStanding standing, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(standing);
        var later = standing with { On = on };
        return standing.State == PermitState.Active && standing.ActiveThrough < on ? later with { State = PermitState.Suspended } : later;
    }

    /// <summary>Adds one event.</summary>
    /// <param name="before">How the permit stood.</param>
    /// <param name="happened">The event, on that day or later.</param>
    /// <returns>How it stands after it; or as the calendar left it, with the refusal NC2870, NC2873, NC2874, NC2880, NC2888, NC2890 or NC2891.</returns>
    public static (PermitStanding Standing, Issue? Refusal) Apply(PermitStanding before, PermitEvent happened)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.On < before.On)
        {
            return (before, new Issue(PermitErrors.OutOfOrder));
        }

        var now = Advance(before, happened.On);
        if (happened.Act == PermitAct.Lapse || PermitFlow.After(now.State, happened.Act) is not { } state)
        {
            return (now, NotNow(now, happened));
        }

        var (next, refusal) = Change(now, happened);
        return refusal is null ? (next with { State = state, EndedOn = PermitFlow.IsEnd(state) ? happened.On : null }, null) : (now, refusal);
    }

    private static (PermitStanding Next, Issue? Refusal) Change(PermitStanding now, PermitEvent happened)
    {
        var on = happened.On;
        return happened.Act switch
        {
            PermitAct.Apply => (now with { AppliedOn = on }, null),
            PermitAct.Accept => (now with { AcceptedOn = on }, null),
            PermitAct.SignOff => (now with { SignedOffOn = on }, null),
            PermitAct.Extend => now.IsExtended ? (now, new Issue(PermitErrors.ExtendedAlready)) : (now with { IsExtended = true }, null),
            PermitAct.Issue when happened.YearsFrom > on => (now, new Issue(PermitErrors.YearsFromInvalid)),
            PermitAct.Issue => (Issued(now, on, happened.YearsFrom ?? on), null),
            PermitAct.Endorse => Endorsed(now, on),
            PermitAct.ReportLost => now.Card == PermitCardState.Lost ? (now, new Issue(PermitErrors.AlreadyReported)) : (now with { Card = PermitCardState.Lost }, null),
            PermitAct.ReportDamaged => now.Card != PermitCardState.InHand ? (now, new Issue(PermitErrors.AlreadyReported)) : (now with { Card = PermitCardState.Damaged }, null),
            PermitAct.Replace => now.Card == PermitCardState.InHand ? (now, new Issue(PermitErrors.NothingToReplace)) : (now with { Card = PermitCardState.InHand }, null),
            PermitAct.MoveWithin => now.IsAway ? (now, new Issue(PermitErrors.HolderAway)) : (now, null),
            PermitAct.MoveAway => now.IsAway ? (now, new Issue(PermitErrors.HolderAway)) : (now with { IsAway = true }, null),
            PermitAct.MoveBack => now.IsAway ? (now with { IsAway = false }, null) : (now, NotNow(now, happened)),
            PermitAct.Cancel => (now with { Card = PermitCardState.None }, null),
            _ => (now, null),
        };
    }

    // The card is new on its first day: an issue inside a window stands for the endorsement of that window.
    private static PermitStanding Issued(PermitStanding now, LocalDate on, LocalDate from)
    {
        var year = 0;
        while (EndorsementWindow.YearEnd(from, year) < on)
        {
            year++;
        }

        var covered = EndorsementWindow.Ending(EndorsementWindow.YearEnd(from, year)).Contains(on) ? year + 1 : year;
        return now with { IssuedOn = on, ContinuousSince = from, CoveredYears = covered, Card = PermitCardState.InHand };
    }

    private static (PermitStanding Next, Issue? Refusal) Endorsed(PermitStanding now, LocalDate on)
    {
        if (now.IsAway)
        {
            return (now, new Issue(PermitErrors.HolderAway));
        }

        if (now.State == PermitState.Suspended)
        {
            return (now with { ContinuousSince = on, CoveredYears = 1, LateEndorsements = now.LateEndorsements + 1 }, null);
        }

        var window = now.NextWindow!.Value;
        return window.Contains(on)
            ? (now with { CoveredYears = now.CoveredYears + 1 }, null)
            : (now, new Issue(PermitErrors.TooEarly, default, [window.Opens.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)]));
    }

    private static Issue NotNow(PermitStanding now, PermitEvent happened) =>
        new(PermitErrors.NotInThisState, default, [happened.Act.ToString(), now.State?.ToString() ?? "-"]);
}
