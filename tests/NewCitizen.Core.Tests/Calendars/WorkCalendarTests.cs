using CsCheck;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Calendars;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar s_calendar = WorkCalendar.Default;

    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void WorkdaysIn_AnnouncedYear_IsTheKnownNumber(int year, int days)
    {
        Assert.Equal(days, s_calendar.WorkdaysIn(year));
        Assert.Equal(days, s_calendar.CountWorkdays(new LocalDate(year - 1, 12, 31), new LocalDate(year, 12, 31)).Days);
    }

    [Theory]
    [InlineData("2026-02-13", 1, "2026-02-14")]
    [InlineData("2026-02-13", 10, "2026-03-05")]
    [InlineData("2026-02-13", 20, "2026-03-19")]
    [InlineData("2026-09-18", 5, "2026-09-24")]
    [InlineData("2025-09-26", 10, "2025-10-16")]
    [InlineData("2025-01-24", 10, "2025-02-13")]
    [InlineData("2024-09-30", 5, "2024-10-12")]
    [InlineData("2026-04-30", 1, "2026-05-06")]
    [InlineData("2026-12-31", 1, "NotAnnounced(2027)")]
    [InlineData("2026-12-31", 0, "2026-12-31")]
    [InlineData("2027-01-01", -1, "2026-12-31")]
    [InlineData("2026-02-14", -1, "2026-02-13")]
    [InlineData("2026-05-06", -1, "2026-04-30")]
    [InlineData("2020-01-02", -1, "NotAnnounced(2019)")]
    [InlineData("2019-12-31", 1, "2020-01-02")]
    [InlineData("2026-01-01", int.MaxValue, "NotAnnounced(2027)")]
    [InlineData("2026-01-01", int.MinValue, "NotAnnounced(2019)")]
    public void AddWorkdays_Vector_GivesTheDay(string from, int days, string expected) =>
        Assert.Equal(expected, s_calendar.AddWorkdays(Date(from), days).ToString());

    [Theory]
    [InlineData("2026-02-14", DayKind.MakeUpWorkday)]
    [InlineData("2026-02-15", DayKind.Holiday)]
    [InlineData("2026-02-17", DayKind.Holiday)]
    [InlineData("2026-02-24", DayKind.Workday)]
    [InlineData("2026-03-01", DayKind.RestDay)]
    [InlineData("2027-01-01", DayKind.NotAnnounced)]
    [InlineData("2027-03-01", DayKind.NotAnnounced)]
    [InlineData("2019-12-31", DayKind.NotAnnounced)]
    // 2020: the Spring Festival was lengthened to 2 February while it was under way; 1 February was a workday before that.
    [InlineData("2020-01-31", DayKind.Holiday)]
    [InlineData("2020-02-01", DayKind.Holiday)]
    [InlineData("2020-02-02", DayKind.Holiday)]
    [InlineData("2020-02-03", DayKind.Workday)]
    [InlineData("2022-12-31", DayKind.Holiday)]
    [InlineData("2023-10-08", DayKind.MakeUpWorkday)]
    [InlineData("2021-02-20", DayKind.MakeUpWorkday)]
    public void GetDayKind_Date_IsWhatTheNoticeSays(string date, DayKind kind) => Assert.Equal(kind, s_calendar.GetDayKind(Date(date)));

    // Written from the notices, not from the data files.
    [Theory]
    [InlineData(2024, "01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07", "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12")]
    [InlineData(2025, "01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08", "01-26 02-08 04-27 09-28 10-11")]
    [InlineData(2026, "01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07", "01-04 02-14 02-28 05-09 09-20 10-10")]
    public void GetDayKind_WholeYear_IsWhatTheNoticeSays(int year, string off, string work)
    {
        var holidays = off.Split(' ').SelectMany(range =>
        {
            var ends = range.Split("..").Select(day => Date($"{year}-{day}")).ToList();
            return Days(ends[0], ends[^1]);
        }).ToHashSet();
        var makeUp = work.Split(' ').Select(day => Date($"{year}-{day}")).ToHashSet();
        Assert.All(Days(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31)), day =>
        {
            var weekend = day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
            var expected = holidays.Contains(day) ? DayKind.Holiday : makeUp.Contains(day) ? DayKind.MakeUpWorkday : weekend ? DayKind.RestDay : DayKind.Workday;
            Assert.Equal(expected, s_calendar.GetDayKind(day));
        });
    }

    [Fact]
    public void AddWorkdays_AnyStartAndNumber_AgreesWithCountingDayByDay() =>
        Gen.Select(Dates, Gen.Int[-600, 600]).Sample((from, days) => s_calendar.AddWorkdays(from, days) == Naive(from, days));

    [Fact]
    public void AddThenCount_AnyStart_ComesBack() =>
        Gen.Select(Dates, Gen.Int[-600, 600]).Sample((from, days) =>
            s_calendar.AddWorkdays(from, days).Date is not { } to || s_calendar.CountWorkdays(from, to).Days == days);

    [Fact]
    public void AddWorkdays_LaterStartOrMoreDays_IsNeverEarlier() =>
        Gen.Select(Dates, Gen.Int[0, 40], Gen.Int[0, 300], Gen.Int[0, 40]).Sample((from, later, days, more) =>
            s_calendar.AddWorkdays(from.PlusDays(later), days + more).Date is not { } second
            || s_calendar.AddWorkdays(from, days).Date is not { } first
            || first <= second);

    [Fact]
    public void AddWorkdays_InTwoSteps_IsTheSameAsInOne() =>
        Gen.Select(Dates, Gen.Int[1, 200], Gen.Int[1, 200]).Sample((from, a, b) =>
            s_calendar.AddWorkdays(from, a).Date is not { } middle || s_calendar.AddWorkdays(middle, b) == s_calendar.AddWorkdays(from, a + b));

    [Theory]
    [InlineData("2026-12-30", "2027-01-04", 2027)]
    [InlineData("2027-01-04", "2026-12-30", 2027)]
    [InlineData("2020-01-04", "2018-12-30", 2019)]
    [InlineData("2029-01-04", "2027-12-30", 2029)]
    public void CountWorkdays_MissingYear_NamesTheFirstMet(string from, string to, int year) =>
        Assert.Equal(new WorkdayCount(null, year), s_calendar.CountWorkdays(Date(from), Date(to)));

    [Fact]
    public void With_NewYear_LeavesTheOldCalendarAlone()
    {
        var year = HolidayYear.Create(2027, [new HolidayNotice("试验", null, null)], [new Holiday("元旦", null, new(2027, 1, 1), new(2027, 1, 3))], [], out var issues);
        Assert.Empty(issues);
        var source = new WorkCalendarSource();
        var (before, after) = source.Load(year!);
        Assert.Equal("NotAnnounced(2027)", before.AddWorkdays(new(2026, 12, 31), 1).ToString());
        Assert.Equal("2027-01-04", after.AddWorkdays(new(2026, 12, 31), 1).ToString());
        Assert.Same(after, source.Current);
        Assert.False(WorkCalendar.Default.IsAnnounced(2027));
        Assert.Equal([2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027], after.Years.Select(y => y.Year));
    }

    [Fact]
    public void Years_ShippedOnes_NameTheirNotices() =>
        Assert.Equal("国办发明电〔2025〕7号", s_calendar.Years.Single(year => year.Year == 2026).Notices[0].Number);

    private static Gen<LocalDate> Dates => Gen.Int[-40, 2600].Select(day => new LocalDate(2020, 1, 1).PlusDays(day));

    private static WorkdayAnswer Naive(LocalDate from, int days)
    {
        for (var (day, left) = (from, Math.Abs(days)); ;)
        {
            if (left == 0)
            {
                return WorkdayAnswer.On(day);
            }

            day = day.PlusDays(Math.Sign(days));
            switch (s_calendar.IsWorkday(day))
            {
                case null: return WorkdayAnswer.NotAnnounced(day.Year);
                case true: left--; break;
            }
        }
    }

    private static IEnumerable<LocalDate> Days(LocalDate first, LocalDate last)
    {
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            yield return day;
        }
    }

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
