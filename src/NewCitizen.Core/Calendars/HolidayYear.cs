using System.Globalization;
using NewCitizen.Errors;
using NodaTime;

namespace NewCitizen.Calendars;

/// <summary>
/// The holidays and make-up workdays of one calendar year, with the notices they come from (年度放假安排). Immutable.
/// </summary>
/// <remarks>
/// A year speaks of its own dates only. The notice for a year now and then moves days of the December before it (2018-12-29 was
/// made a workday by the notice for 2019): those days belong into a new edition of the earlier year, which
/// <see cref="WorkCalendar.With"/> puts in the place of the old one. Until then the earlier year stands as announced.
/// </remarks>
public sealed class HolidayYear
{
    private HolidayYear(int year, IReadOnlyList<HolidayNotice> notices, IReadOnlyList<Holiday> holidays, IReadOnlyList<LocalDate> makeUpWorkdays)
    {
        Year = year;
        Notices = notices;
        Holidays = holidays;
        MakeUpWorkdays = makeUpWorkdays;
    }

    /// <summary>The calendar year.</summary>
    public int Year { get; }

    /// <summary>The notices, the first one first.</summary>
    public IReadOnlyList<HolidayNotice> Notices { get; }

    /// <summary>The breaks in order of their dates.</summary>
    public IReadOnlyList<Holiday> Holidays { get; }

    /// <summary>调休上班日: the Saturdays and Sundays made workdays, in order.</summary>
    public IReadOnlyList<LocalDate> MakeUpWorkdays { get; }

    /// <summary>Puts a year together if nothing is wrong with it.</summary>
    /// <param name="year">The calendar year, 1949 to 2200.</param>
    /// <param name="notices">At least one, with a title.</param>
    /// <param name="holidays">Breaks inside the year that do not overlap.</param>
    /// <param name="makeUpWorkdays">Saturdays and Sundays of the year outside the breaks.</param>
    /// <param name="issues">Everything that is wrong; the arguments hold dates only.</param>
    /// <returns>The year, or <see langword="null"/> if there are issues.</returns>
    public static HolidayYear? Create(
        int year,
        IReadOnlyList<HolidayNotice> notices,
        IReadOnlyList<Holiday> holidays,
        IReadOnlyList<LocalDate> makeUpWorkdays,
        out IReadOnlyList<Issue> issues)
    {
        ArgumentNullException.ThrowIfNull(notices);
        ArgumentNullException.ThrowIfNull(holidays);
        ArgumentNullException.ThrowIfNull(makeUpWorkdays);
        var found = new List<Issue>();
        if (year is < 1949 or > 2200)
        {
            found.Add(new Issue(CalendarErrors.Year, IssueLocation.At("/year")));
        }

        if (notices.Count == 0 || notices.Any(notice => string.IsNullOrWhiteSpace(notice.Title)))
        {
            found.Add(new Issue(CalendarErrors.NoNotice, IssueLocation.At("/notices")));
        }

        if (holidays.Count == 0)
        {
            found.Add(new Issue(CalendarErrors.NoHoliday, IssueLocation.At("/holidays")));
        }

        var off = new HashSet<LocalDate>();
        for (var i = 0; i < holidays.Count; i++)
        {
            CheckHoliday(year, holidays[i], IssueLocation.At($"/holidays/{i.ToString(CultureInfo.InvariantCulture)}"), off, found);
        }

        var worked = new HashSet<LocalDate>();
        for (var i = 0; i < makeUpWorkdays.Count; i++)
        {
            CheckMakeUp(year, makeUpWorkdays[i], IssueLocation.At($"/makeUpWorkdays/{i.ToString(CultureInfo.InvariantCulture)}"), off, worked, found);
        }

        issues = found;
        return found.Count > 0
            ? null
            : new HolidayYear(year, [.. notices], [.. holidays.OrderBy(holiday => holiday.First)], [.. makeUpWorkdays.Order()]);
    }

    /// <summary>The year and the number of its first notice, such as <c>2026 (国办发明电〔2025〕7号)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year} ({Notices[0].Number ?? Notices[0].Title})");

    private static void CheckHoliday(int year, Holiday holiday, IssueLocation place, HashSet<LocalDate> off, List<Issue> found)
    {
        if (string.IsNullOrWhiteSpace(holiday.Name))
        {
            found.Add(new Issue(CalendarErrors.NoName, place));
        }

        if (holiday.First.Year != year || holiday.Last.Year != year)
        {
            found.Add(new Issue(CalendarErrors.OtherYear, place, [Text(holiday.First.Year != year ? holiday.First : holiday.Last), year.ToString(CultureInfo.InvariantCulture)]));
            return;
        }

        if (holiday.Last < holiday.First)
        {
            found.Add(new Issue(CalendarErrors.Reversed, place));
        }

        for (var day = holiday.First; day <= holiday.Last; day = day.PlusDays(1))
        {
            if (!off.Add(day))
            {
                found.Add(new Issue(CalendarErrors.Twice, place, [Text(day)]));
                return;
            }
        }
    }

    private static void CheckMakeUp(int year, LocalDate day, IssueLocation place, HashSet<LocalDate> off, HashSet<LocalDate> worked, List<Issue> found)
    {
        var error = day.Year != year ? CalendarErrors.OtherYear
            : day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) ? CalendarErrors.MakeUpNotWeekend
            : off.Contains(day) ? CalendarErrors.OffAndWork
            : !worked.Add(day) ? CalendarErrors.Twice
            : null;
        if (error is not null)
        {
            found.Add(new Issue(error, place, [Text(day), year.ToString(CultureInfo.InvariantCulture)]));
        }
    }

    private static string Text(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
