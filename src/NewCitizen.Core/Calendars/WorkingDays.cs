using NodaTime;

namespace NewCitizen.Calendars;

/// <summary>A period in working days (工作日), as most limits of 行政许可法 are (Art. 82). The start day is not counted.</summary>
/// <param name="Count">Number of working days, from 0.</param>
public readonly record struct WorkingDays(int Count) : ITimeLimit
{
    /// <summary>The number, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Count { get; } = Count >= 0 ? Count : throw new ArgumentOutOfRangeException(nameof(Count), Count, "A period cannot be negative.");

    /// <summary>When the period that begins on a day ends.</summary>
    /// <param name="startDay">Day in Asia/Shanghai; not counted.</param>
    /// <param name="calendar">The work calendar.</param>
    public DeadlineAnswer After(LocalDate startDay, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return DeadlineAnswer.EndOf(calendar.AddWorkdays(startDay, Count));
    }

    /// <inheritdoc/>
    public DeadlineAnswer After(Instant start, WorkCalendar calendar) => After(ShanghaiTime.DateOf(start), calendar);
}
