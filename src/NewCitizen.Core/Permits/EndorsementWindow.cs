using System.Globalization;
using NewCitizen.Calendars;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>
/// When a permit can be endorsed in time (签注期): the month before a full year ends, 居住证暂行条例第十条. Both days included, in Asia/Shanghai;
/// the last day runs to 24:00. Months are those of 民法典第二百零二条: a month without the day ends on its last day.
/// </summary>
/// <param name="Opens">First day.</param>
/// <param name="LastDay">Last day: the day on which the year is full (满一年之日).</param>
public readonly record struct EndorsementWindow(LocalDate Opens, LocalDate LastDay)
{
    /// <summary>
    /// The day on which the years counted from a day are full. Always counted from that day, not from the year before: who counts from
    /// 29 February has full years on 28 February, and on the 29th in leap years.
    /// </summary>
    /// <param name="from">The day the years count from; not counted itself.</param>
    /// <param name="years">How many, from 0.</param>
    public static LocalDate YearEnd(LocalDate from, int years) => new CalendarMonths(12 * years).After(from, WorkCalendar.Default).LastDay!.Value;

    /// <summary>The window of a year that is full on a day.</summary>
    public static EndorsementWindow Ending(LocalDate yearEnd) => new(yearEnd.PlusMonths(-1), yearEnd);

    /// <summary>Whether a day lies in it.</summary>
    public bool Contains(LocalDate day) => Opens <= day && day <= LastDay;

    /// <summary>Both days.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Opens:uuuu-MM-dd} to {LastDay:uuuu-MM-dd}");
}
