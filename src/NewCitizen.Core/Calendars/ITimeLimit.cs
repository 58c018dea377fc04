using NodaTime;

namespace NewCitizen.Calendars;

/// <summary>
/// A period a rule sets (期限). Each unit is its own type, because 15 working days are not 15 days:
/// <see cref="CalendarDays"/>, <see cref="CalendarMonths"/>, <see cref="WorkingDays"/>, <see cref="Hours"/>, <see cref="Minutes"/>.
/// </summary>
public interface ITimeLimit
{
    /// <summary>When the period that begins at <paramref name="start"/> ends. Days are days in Asia/Shanghai and the start day is not counted.</summary>
    DeadlineAnswer After(Instant start, WorkCalendar calendar);
}
