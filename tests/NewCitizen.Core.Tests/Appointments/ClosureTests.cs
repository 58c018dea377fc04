using NewCitizen.Access;
using NewCitizen.Appointments;
using NewCitizen.Calendars;
using NewCitizen.Storage;
using NodaTime;
using static NewCitizen.Core.Tests.Appointments.AppointmentDesk;

namespace NewCitizen.Core.Tests.Appointments;

public sealed class ClosureTests
{
    [Fact]
    public async Task SweepAsync_AfterAClosure_EveryBookingIsOnTheListOnce()
    {
        using var desk = new AppointmentDesk();
        var booked = await desk.BookedAsync(1, Nine);
        var other = await desk.BookedAsync(2, HalfPastNine);
        var elsewhere = await desk.BookedAsync(3, Nine, Monday.PlusDays(1));
        var held = (await desk.Manager.HoldAsync(desk.West, desk.At(Nine), null, default)).Require();
        (await desk.Centres.CloseAsync(desk.West, desk.Centre.Id, Monday, Monday, "停电", default)).Require();
        Assert.Equal(AppointmentErrors.SlotClosed, (await desk.BookAsync(4, Nine)).FirstError.Code);
        Assert.Equal(AppointmentErrors.SlotClosed, (await desk.Manager.ConfirmAsync(desk.West, held.Id, held.Revision, Person(4), null, default)).FirstError.Code);

        var report = (await desk.Manager.SweepAsync(desk.West, desk.Centre.Id, default)).Require();

        Assert.Equal((2, 1), (report.ToCall, report.Ended));
        Assert.Equal((0, 0), ((await desk.Manager.SweepAsync(desk.West, desk.Centre.Id, default)).Require() is var again ? (again.ToCall, again.Ended) : default));
        var list = (await desk.Manager.ListToCallAsync(desk.West, desk.Centre.Id, 10, null, default)).Items;
        Assert.Equal([booked.Id, other.Id], list.Select(found => found.Id));
        Assert.All(list, found => Assert.Equal(CallReason.SlotClosed, found.CallReason));
        Assert.Equal(AppointmentStatus.Booked, (await desk.AgainAsync(elsewhere)).Status);
        var rebooked = (await desk.Manager.ChangeAsync(desk.West, list[0].Id, list[0].Revision, desk.At(Nine, Monday.PlusDays(1)), true, null, default)).Require();
        Assert.Equal(AppointmentStatus.Booked, rebooked.Status);
        var called = (await desk.Manager.MarkCalledAsync(desk.West, list[1].Id, list[1].Revision, default)).Require();
        Assert.Equal(AppointmentErrors.NotToCall, (await desk.Manager.MarkCalledAsync(desk.West, called.Id, called.Revision, default)).FirstError.Code);
        Assert.Empty((await desk.Manager.ListToCallAsync(desk.West, desk.Centre.Id, 10, null, default)).Items);
        Assert.Equal(AppointmentStatus.Cancelled, (await desk.Manager.CancelAsync(desk.West, called.Id, called.Revision, true, null, default)).Require().Status);
        await desk.AuditAsync();
    }

    [Fact]
    public async Task ReadPersonAsync_NeedsAPurpose_AndIsAudited()
    {
        using var desk = new AppointmentDesk();
        var booked = await desk.BookedAsync(1, Nine);
        var held = (await desk.Manager.HoldAsync(desk.West, desk.At(HalfPastNine), null, default)).Require();
        Assert.Equal(AccessErrors.PurposeMissing, (await desk.Manager.ReadPersonAsync(desk.West, booked.Id, default)).FirstError.Code);
        Assert.Equal(StorageErrors.NotFound, (await desk.Manager.ReadPersonAsync(desk.Office.South.For("停办通知"), booked.Id, default)).FirstError.Code);
        Assert.Equal(StorageErrors.NotFound, (await desk.Manager.ReadPersonAsync(desk.West.For("停办通知"), held.Id, default)).FirstError.Code);
        Assert.DoesNotContain("appointment.read-person", await desk.Office.AuditActionsAsync());

        var person = (await desk.Manager.ReadPersonAsync(desk.West.For("停办通知"), booked.Id, default)).Require();

        Assert.Equal(Number(1), person.Document.RevealNumber());
        Assert.Single(await desk.Office.AuditActionsAsync(), "appointment.read-person");
    }

    [Fact]
    public async Task SweepAsync_FewerPlacesOrHolidayMoved_TheLastAreCalled()
    {
        using var desk = new AppointmentDesk();
        var first = await desk.BookedAsync(1, Nine);
        desk.Office.Clock.AdvanceSeconds(1);
        var last = await desk.BookedAsync(2, Nine);
        var centre = (await desk.Centres.FindAsync(desk.West, desk.Centre.Id, default))!;
        (await desk.Centres.ReplaceAsync(desk.West, centre with { Plans = [centre.Plans[0] with { PlacesPerSlot = 1 }] }, default)).Require();
        Assert.Equal(1, (await desk.Manager.SweepAsync(desk.West, desk.Centre.Id, default)).Require().ToCall);
        Assert.Equal((AppointmentStatus.Booked, CallReason.FewerPlaces), ((await desk.AgainAsync(first)).Status, (await desk.AgainAsync(last)).CallReason));

        // A new edition of the year declares the Monday a holiday.
        var year = WorkCalendar.Default.Years.Single(known => known.Year == 2026);
        desk.Office.Get<WorkCalendarSource>().Load(Changed(year));
        Assert.Equal(1, (await desk.Manager.SweepAsync(desk.West, desk.Centre.Id, default)).Require().ToCall);
        Assert.Equal(FreeDayStatus.Closed, (await desk.Manager.FindFreeAsync(desk.West, desk.Centre.Id, desk.Item.Id, Monday, 1, null, default)).Require().Days[0].Status);
        await desk.AuditAsync();
    }

    [Fact]
    public async Task SweepAsync_WhilePeopleBook_NobodySlipsPast()
    {
        using var desk = new AppointmentDesk(plan => plan with { PlacesPerSlot = 100 });
        var booking = Enumerable.Range(0, 60).Select(i => Task.Run(async () => await desk.BookAsync(i, Nine))).ToArray();
        var closing = Task.Run(async () =>
        {
            (await desk.Centres.CloseAsync(desk.West, desk.Centre.Id, Monday, Monday, "停电", default)).Require();
            (await desk.Manager.SweepAsync(desk.West, desk.Centre.Id, default)).Require();
        });
        var outcomes = await Task.WhenAll(booking);
        await closing;

        var list = (await desk.Manager.ListToCallAsync(desk.West, desk.Centre.Id, 100, null, default)).Items;
        Assert.Equal(outcomes.Where(outcome => outcome.Succeeded).Select(outcome => outcome.Value!.Id.Value).Order(), list.Select(found => found.Id.Value).Order());
        await desk.AuditAsync();
    }

    private static HolidayYear Changed(HolidayYear year) => HolidayYear.Create(year.Year, year.Notices, [.. year.Holidays, new Holiday("临时假日", null, Monday, Monday)], year.MakeUpWorkdays, out _)!;
}
