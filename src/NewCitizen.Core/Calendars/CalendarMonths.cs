using NodaTime;

namespace NewCitizen.Calendars;

/// <summary>
/// A period in months (月; 12 for a year). It ends on the day of the month it began on; a month without that day ends it on the
/// month's last day (民法典 Art. 202).
/// </summary>
/// <param name="Count">Number of months, from 0.</param>
/// <param name="EndOnHoliday">What happens when the last day is a day off; the rule decides.</param>
public readonly record struct CalendarMonths(int Count, EndOnHoliday EndOnHoliday = EndOnHoliday.Keep) : ITimeLimit
{
    /// <summary>The number, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Count { get; } = Count >= 0 ? Count : throw new ArgumentOutOfRangeException(nameof(Count), Count, "A period cannot be negative.");

    /// <summary>When the period that begins on a day ends.</summary>
    /// <param name="startDay">Day in Asia/Shanghai; not counted.</param>
    /// <param name="calendar">Asked only if a day off moves the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The end lies outside the calendar.</exception>
    public DeadlineAnswer After(LocalDate startDay, WorkCalendar calendar)
    {
        return LastDay.Of(startDay.PlusMonths(Count), EndOnHoliday, calendar);
    }

    /// <inheritdoc/>
    public DeadlineAnswer After(Instant start, WorkCalendar calendar) => After(ShanghaiTime.DateOf(start), calendar);
}
