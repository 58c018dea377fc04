namespace NewCitizen.Calendars;

/// <summary>Where rules get the work calendar of the moment from, so that a year loaded at noon counts at once (工作日历来源).</summary>
public interface IWorkCalendarSource
{
    /// <summary>The calendar now. Take it once for one computation.</summary>
    WorkCalendar Current { get; }
}
