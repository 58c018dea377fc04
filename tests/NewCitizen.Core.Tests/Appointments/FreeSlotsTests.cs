using NewCitizen.Appointments;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NodaTime;
using static NewCitizen.Core.Tests.Appointments.AppointmentDesk;

namespace NewCitizen.Core.Tests.Appointments;

public sealed class FreeSlotsTests
{
    [Fact]
    public async Task FindFreeAsync_AcrossTheYear_SaysWhatEachDayIs()
    {
        using var desk = new AppointmentDesk(plan => plan with { FarthestAhead = new WorkingDays(40) });
        var days = (await desk.Manager.FindFreeAsync(desk.West, desk.Centre.Id, desk.Item.Id, Monday.PlusDays(-2), 50, null, default)).Require().Days;

        Assert.Equal(FreeDayStatus.OutsideWindow, days[0].Status);
        Assert.Equal(FreeDayStatus.Closed, days[1].Status);
        Assert.Equal([3, 3, 3, 3], days[2].Slots.Select(slot => slot.Free));
        Assert.Equal(FreeDayStatus.Open, days.Single(day => day.Date == new LocalDate(2026, 12, 31)).Status);
        Assert.All(days.Where(day => day.Date.Year == 2027), day => Assert.Equal(FreeDayStatus.NotAnnounced, day.Status));
    }

    [Fact]
    public async Task FindFreeAsync_PlacesOfStaffedWindows_FollowShifts()
    {
        using var desk = new AppointmentDesk(plan => plan with { PlacesPerSlot = null });
        var centre = (await desk.Centres.FindAsync(desk.West, desk.Centre.Id, default))!;
        var late = WeeklyHours.Workdays(new OpenPeriod(new(10, 0), new(11, 0)));
        (await desk.Centres.ReplaceAsync(desk.West, centre with { Windows = [.. centre.Windows, new("A02", "居住证", [desk.Item.Id], late, false)] }, default)).Require();

        Assert.Equal((1, 2), (await desk.FreeAsync(Nine), await desk.FreeAsync(new(10, 0))));
        await desk.BookedAsync(1, Nine);
        Assert.Equal(AppointmentErrors.SlotFull, (await desk.BookAsync(2, Nine)).FirstError.Code);
    }

    [Fact]
    public async Task FindFreeAsync_ThirtyDaysTwentyWindows_CountsAll()
    {
        using var desk = new AppointmentDesk(plan => plan with { SlotMinutes = 15, PlacesPerSlot = null, FarthestAhead = new CalendarDays(60) });
        var centre = (await desk.Centres.FindAsync(desk.West, desk.Centre.Id, default))!;
        (await desk.Centres.ReplaceAsync(desk.West, centre with
        {
            Hours = WeeklyHours.Workdays(new OpenPeriod(new(9, 0), new(17, 0))),
            Windows = [.. Enumerable.Range(1, 20).Select(i => new ServiceWindow($"A{i:D2}", "居住证", [desk.Item.Id], null, false))],
        }, default)).Require();
        for (var i = 0; i < 600; i++)
        {
            (await desk.BookAsync(i, new LocalTime(9, 0).PlusMinutes(15 * (i % 32)), Monday.PlusDays(i / 32 / 5 * 7 + (i / 32 % 5)))).Require();
        }

        var found = (await desk.Manager.FindFreeAsync(desk.West, desk.Centre.Id, desk.Item.Id, Monday, 30, null, default)).Require();
        Assert.Equal((22 * 32 * 20) - 600, found.Days.Sum(day => day.Slots.Sum(slot => slot.Free)));
    }
}
