using NodaTime;

namespace NewCitizen.Calendars;

/// <summary>One year made ready for counting: the kind of each day and how many workdays lie up to it.</summary>
internal sealed class YearTable
{
    private readonly DayKind[] _kinds;

    // _upTo[d] = workdays among the first d days of the year; _workdays[k] = day of the year of the k-th workday, from 0.
    private readonly short[] _upTo;
    private readonly short[] _workdays;

    public YearTable(HolidayYear holidays)
    {
        Holidays = holidays;
        var first = new LocalDate(holidays.Year, 1, 1);
        _kinds = new DayKind[CalendarSystem.Iso.GetDaysInYear(holidays.Year)];
        for (var i = 0; i < _kinds.Length; i++)
        {
            _kinds[i] = first.PlusDays(i).DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? DayKind.RestDay : DayKind.Workday;
        }

        foreach (var holiday in holidays.Holidays)
        {
            _kinds.AsSpan(holiday.First.DayOfYear - 1, holiday.Last.DayOfYear - holiday.First.DayOfYear + 1).Fill(DayKind.Holiday);
        }

        foreach (var day in holidays.MakeUpWorkdays)
        {
            _kinds[day.DayOfYear - 1] = DayKind.MakeUpWorkday;
        }

        var workdays = new List<short>(_kinds.Length);
        _upTo = new short[_kinds.Length + 1];
        for (short i = 0; i < _kinds.Length; i++)
        {
            if (_kinds[i] is DayKind.Workday or DayKind.MakeUpWorkday)
            {
                workdays.Add((short)(i + 1));
            }

            _upTo[i + 1] = (short)workdays.Count;
        }

        _workdays = [.. workdays];
    }

    public HolidayYear Holidays { get; }

    public int Workdays => _workdays.Length;

    public DayKind Kind(LocalDate date) => _kinds[date.DayOfYear - 1];

    /// <summary>Workdays from 1 January to the date, the date included.</summary>
    public int UpTo(LocalDate date) => _upTo[date.DayOfYear];

    /// <summary>The workday number <paramref name="ordinal"/> of the year, from 1.</summary>
    public LocalDate Workday(int ordinal) => new LocalDate(Holidays.Year, 1, 1).PlusDays(_workdays[ordinal - 1] - 1);
}
