using NodaTime;

namespace NewCitizen.Calendars;

/// <summary>Moves the last day of a calendar period where the rule says so.</summary>
internal static class LastDay
{
    public static DeadlineAnswer Of(LocalDate day, EndOnHoliday rule, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return rule == EndOnHoliday.Keep ? DeadlineAnswer.EndOf(day) : DeadlineAnswer.EndOf(calendar.NextWorkdayOrSame(day));
    }
}
