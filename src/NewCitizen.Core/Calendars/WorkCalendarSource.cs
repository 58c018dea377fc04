namespace NewCitizen.Calendars;

/// <summary>Holds the work calendar of a host and takes new years while it runs. Thread-safe.</summary>
public sealed class WorkCalendarSource : IWorkCalendarSource
{
    private WorkCalendar? _current;

    /// <summary>Starts from the calendar that ships with the SDK, read at first use.</summary>
    public WorkCalendarSource()
    {
    }

    /// <summary>Starts from a calendar of one's own.</summary>
    public WorkCalendarSource(WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        _current = calendar;
    }

    /// <inheritdoc/>
    public WorkCalendar Current => Volatile.Read(ref _current) ?? WorkCalendar.Default;

    /// <summary>Adds a year or a new edition of one.</summary>
    /// <returns>The calendar before and after, to find what the change moves.</returns>
    public (WorkCalendar Before, WorkCalendar After) Load(HolidayYear year)
    {
        while (true)
        {
            var seen = Volatile.Read(ref _current);
            var before = seen ?? WorkCalendar.Default;
            var after = before.With(year);
            if (ReferenceEquals(Interlocked.CompareExchange(ref _current, after, seen), seen))
            {
                return (before, after);
            }
        }
    }
}
