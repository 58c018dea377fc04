using System.Text.Json;

namespace NewCitizen.Calendars;

/// <summary>A limit as record bodies and data files keep it: its unit by name and its number. Names here are for ever.</summary>
internal sealed class StoredTimeLimit
{
    public required string Unit { get; set; }

    public required int Count { get; set; }

    /// <summary>Whether an end on a day off moves to the next workday.</summary>
    public bool Moves { get; set; }

    public static StoredTimeLimit? From(ITimeLimit? limit) => limit switch
    {
        null => null,
        WorkingDays days => new() { Unit = "workingDays", Count = days.Count },
        CalendarDays days => new() { Unit = "calendarDays", Count = days.Count, Moves = days.EndOnHoliday == EndOnHoliday.MoveToNextWorkday },
        CalendarMonths months => new() { Unit = "calendarMonths", Count = months.Count, Moves = months.EndOnHoliday == EndOnHoliday.MoveToNextWorkday },
        Hours hours => new() { Unit = "hours", Count = hours.Count },
        Minutes minutes => new() { Unit = "minutes", Count = minutes.Count },
        _ => throw new ArgumentException($"A limit of type {limit.GetType().Name} has no stored form.", nameof(limit)),
    };

    /// <exception cref="JsonException">The unit is not known.</exception>
    public ITimeLimit ToLimit()
    {
        var end = Moves ? EndOnHoliday.MoveToNextWorkday : EndOnHoliday.Keep;
        return Unit switch
        {
            _ when Count < 0 => throw new JsonException("A time limit is negative."),
            "workingDays" => new WorkingDays(Count),
            "calendarDays" => new CalendarDays(Count, end),
            "calendarMonths" => new CalendarMonths(Count, end),
            "hours" => new Hours(Count),
            "minutes" => new Minutes(Count),
            _ => throw new JsonException("The unit of a time limit is not known."),
        };
    }
}
