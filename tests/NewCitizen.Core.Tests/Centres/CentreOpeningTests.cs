using CsCheck;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Core.Tests.Centres;

public sealed class CentreOpeningTests
{
    private static readonly ServiceItemId s_permit = new(Guid.Parse("0198a000-0000-7000-8000-000000000001"));
    private static readonly ServiceItemId s_police = new(Guid.Parse("0198a000-0000-7000-8000-000000000002"));
    private static readonly OpenPeriod s_am = new(new(8, 30), new(12, 0));
    private static readonly OpenPeriod s_pm = new(new(13, 30), new(17, 0));

    private static readonly ServiceCentre s_hall = new()
    {
        Id = new(Guid.Parse("0198a000-0000-7000-8000-000000000009")),
        Code = "hall",
        Name = "大厅",
        Kind = CentreKind.Hall,
        Hours = WeeklyHours.Workdays(s_am, s_pm),
        Windows =
        [
            new("A01", "居住证", [s_permit], null, false),
            new("A02", "居住证", [s_permit, s_police], WeeklyHours.Workdays(new OpenPeriod(new(9, 0), new(14, 0))), false),
            new("B01", "公安", [s_police], WeeklyHours.None, false),
        ],
        Plans = [new BookingPlan { Code = "permit", Name = "居住证", Items = [s_permit], SlotMinutes = 40 }],
    };

    // 2026-02-14: a make-up Saturday; 02-17: a holiday; 11-22: a Sunday; 11-23: a Monday; 2027: not announced.
    [Theory]
    [InlineData("2026-11-23", "09:00", "09:30", "A01 A02")]
    [InlineData("2026-11-23", "08:30", "09:30", "A01")]
    [InlineData("2026-11-23", "13:30", "14:00", "A01 A02")]
    [InlineData("2026-11-23", "13:30", "14:30", "A01")]
    [InlineData("2026-11-23", "11:30", "13:30", "")]
    [InlineData("2026-02-14", "09:00", "09:30", "A01 A02")]
    [InlineData("2026-02-17", "09:00", "09:30", "")]
    [InlineData("2026-11-22", "09:00", "09:30", "")]
    [InlineData("2027-01-04", "09:00", "09:30", "")]
    public void WindowsFor_DaysOfAllKinds_AreThoseStaffedThroughout(string date, string from, string until, string windows) =>
        Assert.Equal(windows, string.Join(' ', s_hall.WindowsFor(s_permit, Day(date), Time(from), Time(until), WorkCalendar.Default).Select(window => window.Code)));

    [Fact]
    public void Of_DayOnlyAnExceptionOpens_StaffsAllWindows()
    {
        var hall = s_hall with { Exceptions = [new(Day("2026-02-17"), Day("2026-02-18"), [s_am], "春节值班"), new(Day("2027-01-04"), Day("2027-01-04"), [s_am], "加开")] };
        foreach (var date in new[] { Day("2026-02-17"), Day("2027-01-04") })
        {
            var opening = hall.OpeningOn(date, WorkCalendar.Default);
            Assert.Equal(["A02", "B01"], opening.WindowsFor(s_police, new(8, 30), new(12, 0)).Select(window => window.Code));
            Assert.Equal(2, opening.PlacesOf(hall.Plans[0], new(8, 30), new(9, 10)));
            Assert.Equal(CentreDayStatus.Open, opening.Day.Status);
        }
    }

    [Fact]
    public void Of_ShortenedWorkday_KeepsTheShifts()
    {
        var hall = s_hall with { Exceptions = [new(Day("2026-11-23"), Day("2026-11-23"), [new(new(8, 30), new(10, 0))], "培训")] };
        var opening = hall.OpeningOn(Day("2026-11-23"), WorkCalendar.Default);

        Assert.Equal([new OpenPeriod(new(9, 0), new(10, 0))], opening.StaffedPeriods("A02"));
        Assert.Empty(opening.StaffedPeriods("B01"));
        Assert.Empty(opening.StaffedPeriods("Z99"));
    }

    [Fact]
    public void SlotsOf_RestTooShort_IsNotUsedAndPlacesFollowTheWindows()
    {
        var opening = s_hall.OpeningOn(Day("2026-11-23"), WorkCalendar.Default);
        var slots = opening.SlotsOf(s_hall.Plans[0]);

        Assert.Equal(10, slots.Count);
        Assert.Equal(new OpenPeriod(new(11, 10), new(11, 50)), slots[4]);
        Assert.Equal(new OpenPeriod(new(13, 30), new(14, 10)), slots[5]);
        Assert.Equal([1, 2, 2, 2, 2, 1], slots.Take(6).Select(slot => opening.PlacesOf(s_hall.Plans[0], slot.From, slot.Until)));
        Assert.Equal(7, opening.PlacesOf(s_hall.Plans[0] with { PlacesPerSlot = 7 }, slots[0].From, slots[0].Until));
        Assert.Equal(0, opening.PlacesOf(s_hall.Plans[0] with { PlacesPerSlot = 7 }, new(11, 50), new(12, 30)));
        Assert.Empty(opening.SlotsOf(s_hall.Plans[0] with { OnlyOn = [IsoDayOfWeek.Tuesday] }));
        Assert.Empty(s_hall.OpeningOn(Day("2027-01-04"), WorkCalendar.Default).SlotsOf(s_hall.Plans[0]));
    }

    [Fact]
    public void SlotsOf_AnyHours_LieInOpenPeriodsApartAndInOrder() =>
        Gen.Select(Gen.Int[0, 1438], Gen.Int[5, 240]).SelectMany((from, length) => Gen.Int[from + 1, 1439].Select(until => (from, until, length))).Sample(times =>
        {
            var period = new OpenPeriod(LocalTime.FromMinutesSinceMidnight(times.from), LocalTime.FromMinutesSinceMidnight(times.until));
            var hall = s_hall with { Hours = WeeklyHours.Workdays(period), Windows = [] };
            var slots = hall.OpeningOn(Day("2026-11-23"), WorkCalendar.Default).SlotsOf(s_hall.Plans[0] with { SlotMinutes = times.length });
            Assert.Equal((times.until - times.from) / times.length, slots.Count);
            Assert.All(slots, slot => Assert.True(period.Covers(slot.From, slot.Until) && Period.Between(slot.From, slot.Until, PeriodUnits.Minutes).Minutes == times.length));
            Assert.All(slots.Zip(slots.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
        });

    private static LocalDate Day(string text) => LocalDate.FromDateOnly(DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture));

    private static LocalTime Time(string text) => LocalTime.FromTimeOnly(TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
