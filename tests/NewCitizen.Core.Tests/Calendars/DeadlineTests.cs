using NodaTime;
using NodaTime.Testing;
using NodaTime.Text;

namespace NewCitizen.Calendars;

public sealed class DeadlineTests
{
    private static readonly WorkCalendar s_calendar = WorkCalendar.Default;

    [Theory]
    [InlineData("2026-02-01", 15, EndOnHoliday.Keep, "2026-02-16")]
    [InlineData("2026-02-01", 15, EndOnHoliday.MoveToNextWorkday, "2026-02-24")]
    [InlineData("2026-01-30", 15, EndOnHoliday.MoveToNextWorkday, "2026-02-14")] // a Saturday, but worked
    [InlineData("2026-12-20", 15, EndOnHoliday.Keep, "2027-01-04")]
    [InlineData("2026-12-20", 15, EndOnHoliday.MoveToNextWorkday, "NotAnnounced(2027)")]
    [InlineData("2026-02-01", 0, EndOnHoliday.Keep, "2026-02-01")]
    public void CalendarDays_Start_EndsOnTheDay(string start, int days, EndOnHoliday rule, string expected) =>
        Assert.Equal(expected, new CalendarDays(days, rule).After(Date(start), s_calendar).ToString());

    [Theory]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2024-01-31", 1, "2024-02-29")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2026-03-15", 6, "2026-09-15")]
    public void CalendarMonths_MonthWithoutTheDay_EndsOnItsLastDay(string start, int months, string expected) =>
        Assert.Equal(expected, new CalendarMonths(months).After(Date(start), s_calendar).ToString());

    [Fact]
    public void WorkingDays_Evening_CountsFromTheDayInShanghai()
    {
        // 16:30 UTC on 12 February is 00:30 on 13 February in Shanghai.
        var start = Instant.FromUtc(2026, 2, 12, 16, 30);
        var answer = new WorkingDays(1).After(start, s_calendar);
        Assert.Equal("2026-02-14", answer.ToString());
        Assert.Equal(Instant.FromUtc(2026, 2, 14, 16, 0), answer.Expires);
        Assert.False(answer.IsOver(Instant.FromUtc(2026, 2, 14, 15, 59)));
        Assert.True(answer.IsOver(Instant.FromUtc(2026, 2, 14, 16, 0)));
    }

    [Fact]
    public void WorkingDays_MissingYear_IsNotAnnounced()
    {
        var answer = new WorkingDays(5).After(new LocalDate(2026, 12, 30), s_calendar);
        Assert.Equal(2027, answer.NotAnnouncedYear);
        Assert.False(answer.IsKnown);
        Assert.Null(answer.IsOver(Instant.FromUtc(2030, 1, 1, 0, 0)));
    }

    [Fact]
    public void HoursAndMinutes_OnAHoliday_IgnoreTheCalendar()
    {
        var start = Instant.FromUtc(2027, 2, 6, 15, 50);
        Assert.Equal(start + Duration.FromHours(24), new Hours(24).After(start).Expires);
        Assert.Equal(start + Duration.FromMinutes(15), ((ITimeLimit)new Minutes(15)).After(start, s_calendar).Expires);
        Assert.Equal(new LocalDate(2027, 2, 7), new Minutes(15).After(start).LastDay);
    }

    [Fact]
    public void Count_Negative_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CalendarDays(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkingDays(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Hours(-1));
    }

    [Fact]
    public void ShanghaiTime_MidnightAndSummerTime_AreRight()
    {
        Assert.Equal(new LocalDate(2026, 3, 1), ShanghaiTime.Today(new FakeClock(Instant.FromUtc(2026, 2, 28, 16, 0))));
        Assert.Equal(new LocalDate(2026, 2, 28), ShanghaiTime.Today(new FakeClock(Instant.FromUtc(2026, 2, 28, 15, 59, 59))));
        Assert.Equal(Instant.FromUtc(2026, 2, 28, 16, 0), ShanghaiTime.EndOfDay(new LocalDate(2026, 2, 28)));
        Assert.Equal(Instant.FromUtc(1988, 6, 30, 15, 0), ShanghaiTime.StartOfDay(new LocalDate(1988, 7, 1)));
    }

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
