using System.Collections.Frozen;
using NodaTime;

namespace NewCitizen.Calendars;

/// <summary>
/// The work calendar of the mainland (工作日历): Monday to Friday, less the breaks and plus the make-up workdays of each announced
/// year. A day of a year nobody announced is <see cref="DayKind.NotAnnounced"/>: asking for it is answered, not refused.
/// Dates are dates in Asia/Shanghai. Immutable and thread-safe.
/// </summary>
/// <remarks>行政许可法 Art. 82: time limits in working days leave out statutory holidays; the start day is not counted.</remarks>
public sealed class WorkCalendar
{
    private const int FirstShipped = 2020;
    private const int LastShipped = 2026;

    private static readonly Lazy<WorkCalendar> s_default = new(() =>
        new WorkCalendar(Enumerable.Range(FirstShipped, LastShipped - FirstShipped + 1).Select(year => new YearTable(HolidayYearReader.ReadEmbedded(year)))));

    private readonly FrozenDictionary<int, YearTable> _years;

    private WorkCalendar(IEnumerable<YearTable> years) => _years = years.ToFrozenDictionary(year => year.Holidays.Year);

    /// <summary>A calendar of the given years only.</summary>
    /// <exception cref="ArgumentException">A year is given twice.</exception>
    public WorkCalendar(IEnumerable<HolidayYear> years)
        : this((years ?? throw new ArgumentNullException(nameof(years))).Select(year => new YearTable(year)).ToList().AsEnumerable())
    {
        if (_years.Count != years.Count())
        {
            throw new ArgumentException("A year is given twice.", nameof(years));
        }
    }

    /// <summary>The calendar that ships with the SDK: 2020 to 2026, read at its first use.</summary>
    public static WorkCalendar Default => s_default.Value;

    /// <summary>The announced years in order.</summary>
    public IReadOnlyList<HolidayYear> Years => [.. _years.Values.Select(year => year.Holidays).OrderBy(year => year.Year)];

    /// <summary>This calendar with one more year, or with a new edition of a year it has (mid-year changes such as that of 2020).</summary>
    public WorkCalendar With(HolidayYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return new WorkCalendar(_years.Values.Where(table => table.Holidays.Year != year.Year).Append(new YearTable(year)));
    }

    /// <summary>Whether the holidays of a year are known.</summary>
    public bool IsAnnounced(int year) => _years.ContainsKey(year);

    /// <summary>What a day is. Allocates nothing.</summary>
    public DayKind GetDayKind(LocalDate date) => _years.TryGetValue(date.Year, out var year) ? year.Kind(date) : DayKind.NotAnnounced;

    /// <summary>Whether offices work on the day; <see langword="null"/> if its year is not announced.</summary>
    public bool? IsWorkday(LocalDate date) => GetDayKind(date) switch
    {
        DayKind.NotAnnounced => null,
        DayKind.Workday or DayKind.MakeUpWorkday => true,
        _ => false,
    };

    /// <summary>The number of workdays of a year; <see langword="null"/> if it is not announced.</summary>
    public int? WorkdaysIn(int year) => _years.TryGetValue(year, out var table) ? table.Workdays : null;

    /// <summary>
    /// The <paramref name="days"/>-th workday after a date, the date itself not counted; before it if negative; the date itself
    /// for 0, whatever day it is. Only the days passed over need to be announced.
    /// </summary>
    /// <param name="date">Start day, not counted (起始日不计入).</param>
    /// <param name="days">Number of workdays.</param>
    public WorkdayAnswer AddWorkdays(LocalDate date, int days) => days switch
    {
        0 => WorkdayAnswer.On(date),
        > 0 => Forward(date, days),
        _ => Backward(date, -(long)days),
    };

    /// <summary>The first workday on or after a date.</summary>
    public WorkdayAnswer NextWorkdayOrSame(LocalDate date) => IsWorkday(date) switch
    {
        true => WorkdayAnswer.On(date),
        false => Forward(date, 1),
        null => WorkdayAnswer.NotAnnounced(date.Year),
    };

    /// <summary>
    /// How many workdays lie after <paramref name="from"/> up to and with <paramref name="to"/>; negative, counting
    /// <paramref name="to"/> but not <paramref name="from"/>, if <paramref name="to"/> is earlier. For every workday d it holds that
    /// AddWorkdays(from, CountWorkdays(from, d)) is d, unless d is from.
    /// </summary>
    public WorkdayCount CountWorkdays(LocalDate from, LocalDate to)
    {
        if (from == to)
        {
            return new WorkdayCount(0, null);
        }

        // Backwards counts to ≤ d < from, forwards from < d ≤ to.
        var forward = from < to;
        var (first, last) = forward ? (from.PlusDays(1), to) : (to, from.PlusDays(-1));
        var count = 0;
        for (var year = first.Year; year <= last.Year; year++)
        {
            // A backward count meets the later years first, and says so.
            if (!_years.TryGetValue(year, out var table))
            {
                return new WorkdayCount(null, forward ? year : Enumerable.Range(year, last.Year - year + 1).Last(y => !IsAnnounced(y)));
            }

            count += (year == last.Year ? table.UpTo(last) : table.Workdays) - (year == first.Year ? Before(table, first) : 0);
        }

        return new WorkdayCount(forward ? count : -count, null);
    }

    private static int Before(YearTable table, LocalDate date) => date.DayOfYear == 1 ? 0 : table.UpTo(date.PlusDays(-1));

    private WorkdayAnswer Forward(LocalDate date, long days)
    {
        if (date == LocalDate.MaxIsoValue)
        {
            return WorkdayAnswer.NotAnnounced(date.Year);
        }

        var next = date.PlusDays(1);
        for (var (year, done) = (next.Year, -1); ; year++)
        {
            if (!_years.TryGetValue(year, out var table))
            {
                return WorkdayAnswer.NotAnnounced(year);
            }

            done = done < 0 ? Before(table, next) : 0;
            if (days <= table.Workdays - done)
            {
                return WorkdayAnswer.On(table.Workday((int)(done + days)));
            }

            days -= table.Workdays - done;
        }
    }

    private WorkdayAnswer Backward(LocalDate date, long days)
    {
        if (date == LocalDate.MinIsoValue)
        {
            return WorkdayAnswer.NotAnnounced(date.Year);
        }

        var previous = date.PlusDays(-1);
        for (var (year, left) = (previous.Year, -1); ; year--)
        {
            if (!_years.TryGetValue(year, out var table))
            {
                return WorkdayAnswer.NotAnnounced(year);
            }

            left = left < 0 ? table.UpTo(previous) : table.Workdays;
            if (days <= left)
            {
                return WorkdayAnswer.On(table.Workday((int)(left - days + 1)));
            }

            days -= left;
        }
    }
}
