using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Queues;
using NodaTime;

namespace NewCitizen.Testing.Halls;

/// <summary>What came of a simulated day.</summary>
public sealed record HallDayReport
{
    private WaitDays? _estimates;

    /// <summary>The day that was played.</summary>
    public required HallSimulationOptions Options { get; init; }

    /// <summary>Windows there were.</summary>
    public required int Windows { get; init; }

    /// <summary>Everybody who came, by arrival.</summary>
    public required IReadOnlyList<SimulatedPerson> People { get; init; }

    /// <summary>How many were given no ticket, such as after the last one.</summary>
    public required int TurnedAway { get; init; }

    /// <summary>Booked people who never came.</summary>
    public required int Missed { get; init; }

    /// <summary>Called people who did not come.</summary>
    public required int NoShows { get; init; }

    /// <summary>Share of the staffed time in which windows had somebody.</summary>
    public required double Utilisation { get; init; }

    /// <summary>Most people who were called before a walk-in who came earlier.</summary>
    public required int MostOvertaken { get; init; }

    /// <summary>Waits of walk-ins of no priority class.</summary>
    public required WaitFigures WalkIns { get; init; }

    /// <summary>Waits of booked people, from their coming.</summary>
    public required WaitFigures Booked { get; init; }

    /// <summary>Waits of people of a priority class.</summary>
    public required WaitFigures Priority { get; init; }

    /// <summary>The estimator's errors.</summary>
    public EstimateFigures Estimator => Estimates.Estimator;

    /// <summary>Errors of queue length × mean gap between calls.</summary>
    public EstimateFigures QueueLength => Estimates.QueueLength;

    /// <summary>Errors of the wait of the first in line.</summary>
    public EstimateFigures HeadOfLine => Estimates.HeadOfLine;

    /// <summary>Errors of the wait of the last who was called.</summary>
    public EstimateFigures LastCalled => Estimates.LastCalled;

    /// <summary>Share of the waits inside the range that was told; 0.8 is meant.</summary>
    public double Coverage => Estimates.Coverage;

    /// <summary>The hours of the day.</summary>
    public required IReadOnlyList<HallHour> Hours { get; init; }

    private WaitDays Estimates => _estimates ??= WaitDays.Pool([this]);

    internal static HallDayReport Of(HallSimulationOptions options, HallDayPlan plan, ServiceCentre centre, IReadOnlyDictionary<string, Duration> worked)
    {
        var called = plan.People.Where(person => person.CalledAt is not null).ToList();
        var staffed = centre.Windows.Sum(window => window.Shifts is null ? 510.0 : 210.0);
        return new HallDayReport
        {
            Options = options,
            Windows = centre.Windows.Count,
            People = plan.People,
            TurnedAway = plan.People.Count(person => person.Class is null),
            Missed = plan.Missed,
            NoShows = called.Count(person => person.IsNoShow),
            Utilisation = worked.Values.Sum(time => time.TotalMinutes) / staffed,
            MostOvertaken = plan.People.Max(person => person.Overtaken),
            WalkIns = Waits(called.Where(person => person.Class == TicketClass.WalkIn && !person.IsPriority)),
            Booked = Waits(called.Where(person => person.Class == TicketClass.Booked && !person.IsPriority)),
            Priority = Waits(called.Where(person => person.IsPriority)),
            Hours = [.. Enumerable.Range(8, 10).Select(hour => Hour(plan, called, hour))],
        };
    }

    private static WaitFigures Waits(IEnumerable<SimulatedPerson> people) => WaitFigures.Of(people.Select(person => person.Wait!.Value.TotalMinutes));

    private static HallHour Hour(HallDayPlan plan, List<SimulatedPerson> called, int hour)
    {
        var end = plan.At((hour + 1) * 60);
        var now = called.Where(person => HourOf(person.CalledAt!.Value) == hour).ToList();
        return new(
            hour,
            plan.People.Count(person => person.Class is not null && HourOf(person.ComesAt) == hour),
            now.Count,
            plan.People.Count(person => person.Class is not null && person.ComesAt < end && (person.CalledAt is not { } at || at >= end)),
            now.Count == 0 ? 0 : now.Average(person => person.Wait!.Value.TotalMinutes));
    }

    private static int HourOf(Instant at) => at.InZone(ShanghaiTime.Zone).Hour;
}
