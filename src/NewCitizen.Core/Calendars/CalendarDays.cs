using NodaTime;

namespace NewCitizen.Calendars;

/// <summary>A period in calendar days (自然日), such as the 15 days of the residence permit. The start day is not counted (民法典 Art. 201).</summary>
/// <param name="Count">Number of days, from 0.</param>
/// <param name="EndOnHoliday">What happens when the last day is a day off; the rule decides.</param>
public readonly record struct CalendarDays(int Count, EndOnHoliday EndOnHoliday = EndOnHoliday.Keep) : ITimeLimit
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
        return LastDay.Of(startDay.PlusDays(Count), EndOnHoliday, calendar);
    }

    /// <inheritdoc/>
    public DeadlineAnswer After(Instant start, WorkCalendar calendar) => After(ShanghaiTime.DateOf(start), calendar);
}
