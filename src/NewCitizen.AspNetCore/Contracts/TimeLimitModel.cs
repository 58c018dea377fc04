using NewCitizen.Calendars;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A limit (时限). Its unit counts: 15 working days are not 15 days.</summary>
/// <param name="Unit"><c>workingDays</c>, <c>calendarDays</c> or <c>calendarMonths</c>.</param>
/// <param name="Count">How many, from 0.</param>
/// <param name="MovesToNextWorkday">Whether an end on a day off moves to the next workday.</param>
public sealed record TimeLimitModel(string Unit, int Count, bool MovesToNextWorkday)
{
    internal static TimeLimitModel? Of(ITimeLimit? limit) => limit switch
    {
        WorkingDays days => new("workingDays", days.Count, false),
        CalendarDays days => new("calendarDays", days.Count, days.EndOnHoliday == EndOnHoliday.MoveToNextWorkday),
        CalendarMonths months => new("calendarMonths", months.Count, months.EndOnHoliday == EndOnHoliday.MoveToNextWorkday),
        _ => null,
    };
}
