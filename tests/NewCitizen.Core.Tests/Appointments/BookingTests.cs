using NewCitizen.Appointments;
using NewCitizen.Appointments.Credit;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;
using static NewCitizen.Core.Tests.Appointments.AppointmentDesk;

namespace NewCitizen.Core.Tests.Appointments;

public sealed class BookingTests
{
    [Fact]
    public async Task BookAsync_ManyAtOnce_ExactlyAsManyAsThereArePlaces()
    {
        using var desk = new AppointmentDesk();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () => await desk.BookAsync(i, Nine))));

        Assert.Equal(3, outcomes.Count(outcome => outcome.Succeeded));
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.Equal(AppointmentErrors.SlotFull, outcome.FirstError.Code));
        Assert.Equal(0, await desk.FreeAsync(Nine));
        await desk.AuditAsync();
    }

    [Fact]
    public async Task HoldAsync_ThenConfirm_IsABooking()
    {
        using var desk = new AppointmentDesk();
        var held = (await desk.Manager.HoldAsync(desk.West, desk.At(Nine), null, default)).Require();
        Assert.Equal(AppointmentStatus.Held, held.Status);
        Assert.Equal(2, await desk.FreeAsync(Nine));
        Assert.Equal(StorageErrors.Conflict, (await desk.Manager.ConfirmAsync(desk.West, held.Id, Revision.Parse("9", null), Person(1), null, default)).FirstError.Code);

        var booked = (await desk.Manager.ConfirmAsync(desk.West, held.Id, held.Revision, Person(1, "13800138000"), null, default)).Require();

        Assert.Equal((AppointmentStatus.Booked, held.Number), (booked.Status, booked.Number));
        Assert.Equal(2, await desk.FreeAsync(Nine));
        Assert.Equal(booked.Id, (await desk.Manager.FindMineAsync(desk.West, booked.Number.ToString().ToLowerInvariant(), Number(1)[^4..], default)).Require().Id);
        var wrong = (await desk.Manager.FindMineAsync(desk.West, booked.Number.ToString(), "0000", default)).FirstError;
        var unknown = (await desk.Manager.FindMineAsync(desk.West, AppointmentNumber.New().ToString(), Number(1)[^4..], default)).FirstError;
        Assert.Equal((AppointmentErrors.UnknownBooking, AppointmentErrors.UnknownBooking), (wrong.Code, unknown.Code));
        Assert.DoesNotContain(Number(1), booked.ToString() + booked.Person, StringComparison.Ordinal);
        await desk.AuditAsync();
    }

    [Fact]
    public async Task HoldAsync_TimeIsOver_PlaceGoesToTheNextWithoutAJob()
    {
        using var desk = new AppointmentDesk(plan => plan with { PlacesPerSlot = 1 });
        var held = (await desk.Manager.HoldAsync(desk.West, desk.At(Nine), null, default)).Require();
        Assert.Equal(AppointmentErrors.SlotFull, (await desk.BookAsync(1, Nine)).FirstError.Code);
        desk.Office.Clock.AdvanceMinutes(10);
        Assert.Equal(1, await desk.FreeAsync(Nine));
        Assert.Equal(AppointmentErrors.HoldOver, (await desk.Manager.ConfirmAsync(desk.West, held.Id, held.Revision, Person(2), null, default)).FirstError.Code);

        await desk.BookedAsync(1, Nine);

        Assert.Equal(AppointmentStatus.Lapsed, (await desk.AgainAsync(held)).Status);
        Assert.Equal(AppointmentErrors.HoldOver, (await desk.Manager.CancelAsync(desk.West, held.Id, (await desk.AgainAsync(held)).Revision, false, null, default)).FirstError.Code);
        await desk.AuditAsync();
    }

    [Fact]
    public async Task BookAsync_SameKey_SameBooking_AnotherRequest_Refused()
    {
        using var desk = new AppointmentDesk();
        var first = (await desk.BookAsync(1, Nine, key: new RequestKey("form-1", [1]))).Require();
        var again = (await desk.BookAsync(1, Nine, key: new RequestKey("form-1", [1]))).Require();
        var reused = await desk.BookAsync(2, HalfPastNine, key: new RequestKey("form-1", [2]));

        Assert.Equal((first.Id, first.Number), (again.Id, again.Number));
        Assert.Equal(StorageErrors.KeyReused, reused.FirstError.Code);
        var key = new RequestKey("cancel-1", [1]);
        Assert.Equal(AppointmentStatus.Cancelled, (await desk.Manager.CancelAsync(desk.West, first.Id, first.Revision, false, key, default)).Require().Status);
        Assert.Equal(AppointmentStatus.Cancelled, (await desk.Manager.CancelAsync(desk.West, first.Id, first.Revision, false, key, default)).Require().Status);
        Assert.Equal(3, await desk.FreeAsync(Nine));
        await desk.AuditAsync();
    }

    [Fact]
    public async Task BookAsync_WhatCannotBe_HasItsOwnCode()
    {
        using var desk = new AppointmentDesk(plan => plan with { SoonestAhead = Duration.FromHours(21) });
        async Task<ErrorCode> CodeAsync(SlotChoice choice) => (await desk.Manager.BookAsync(desk.West, choice, Person(1), null, default)).FirstError.Code;
        Assert.Equal(AppointmentErrors.InThePast, await CodeAsync(desk.At(Nine, new LocalDate(2026, 11, 20))));
        Assert.Equal(AppointmentErrors.BeyondWindow, await CodeAsync(desk.At(Nine, new LocalDate(2026, 11, 30))));
        Assert.Equal(AppointmentErrors.SlotClosed, await CodeAsync(desk.At(new(15, 0), new LocalDate(2026, 11, 22))));
        Assert.Equal(AppointmentErrors.SlotClosed, await CodeAsync(desk.At(new LocalTime(9, 10))));
        Assert.Equal(AppointmentErrors.YearNotAnnounced, await CodeAsync(desk.At(Nine, new LocalDate(2027, 1, 4))));
        Assert.Equal(AppointmentErrors.CentreUnknown, await CodeAsync(desk.At(Nine) with { Centre = new(Guid.Parse("0198a000-0000-7000-8000-00000000dead")) }));
        Assert.Equal(AppointmentErrors.ItemNotBookable, await CodeAsync(desk.At(Nine) with { Item = new(Guid.Parse("0198a000-0000-7000-8000-00000000dead")) }));
        Assert.Equal(AppointmentErrors.QuotaUnknown, await CodeAsync(desk.At(Nine, quota: "elderly")));
        Assert.Equal(AppointmentErrors.NameMissing, (await desk.Manager.BookAsync(desk.West, desk.At(HalfPastNine), Person(1) with { Name = " " }, null, default)).FirstError.Code);
        Assert.Equal(StorageErrors.NotFound, (await desk.Manager.CancelAsync(desk.West, new(Guid.Parse("0198a000-0000-7000-8000-00000000dead")), default, false, null, default)).FirstError.Code);
        (await desk.Manager.FindFreeAsync(desk.West, desk.Centre.Id, desk.Item.Id, Monday, 1, null, default)).Require();
        Assert.Equal(AppointmentErrors.TooManyDays, (await desk.Manager.FindFreeAsync(desk.West, desk.Centre.Id, desk.Item.Id, Monday, 93, null, default)).FirstError.Code);
    }

    [Fact]
    public async Task BookAsync_SoonerThanAllowed_IsRefused()
    {
        using var desk = new AppointmentDesk(plan => plan with { SoonestAhead = Duration.FromHours(21.5) });
        Assert.Equal(AppointmentErrors.TooSoon, (await desk.BookAsync(1, Nine)).FirstError.Code);
        await desk.BookedAsync(1, HalfPastNine);
    }

    [Fact]
    public async Task BookAsync_WindowNotConfiguredOrItemWithdrawn_IsRefused()
    {
        using var desk = new AppointmentDesk(plan => plan with { FarthestAhead = null });
        Assert.Equal(AppointmentErrors.WindowNotConfigured, (await desk.BookAsync(1, Nine)).FirstError.Code);
        Assert.Equal(FreeDayStatus.NotConfigured, (await desk.Manager.FindFreeAsync(desk.West, desk.Centre.Id, desk.Item.Id, Monday, 1, null, default)).Require().Days[0].Status);
        (await desk.Office.Get<ServiceItemManager>().ReplaceAsync(desk.West, desk.Item with { IsOffered = false }, default)).Require();
        Assert.Equal(AppointmentErrors.ItemNotOffered, (await desk.BookAsync(1, Nine)).FirstError.Code);
    }

    [Fact]
    public async Task BookAsync_LimitsOfAPerson_AreHeld()
    {
        using var desk = new AppointmentDesk(plan => plan with { PerPersonPerDay = 2, PerPersonOpen = 3 });
        await desk.BookedAsync(1, Nine);
        Assert.Equal(AppointmentErrors.SameSlotTwice, (await desk.BookAsync(1, Nine)).FirstError.Code);
        await desk.BookedAsync(1, HalfPastNine);
        Assert.Equal(AppointmentErrors.PersonDayLimit, (await desk.BookAsync(1, new(10, 0))).FirstError.Code);
        await desk.BookedAsync(1, Nine, Monday.PlusDays(1));
        Assert.Equal(AppointmentErrors.PersonOpenLimit, (await desk.BookAsync(1, Nine, Monday.PlusDays(2))).FirstError.Code);

        var many = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () => await desk.BookAsync(2, new LocalTime(9, 0).PlusMinutes(30 * (i % 4)), Monday.PlusDays(i / 4)))));
        Assert.InRange(many.Count(outcome => outcome.Succeeded), 1, 3);
        await desk.AuditAsync();
    }

    [Fact]
    public async Task BookAsync_QuotaAndItemLimit_KeepTheirPlaces()
    {
        using var desk = new AppointmentDesk(plan => plan with { Quotas = [new SlotQuota("elderly", "老年人", 1)] });
        await desk.BookedAsync(1, Nine);
        await desk.BookedAsync(2, Nine);
        Assert.Equal(AppointmentErrors.QuotaFull, (await desk.BookAsync(3, Nine)).FirstError.Code);
        Assert.Equal((0, 1), (await desk.FreeAsync(Nine), await desk.FreeAsync(Nine, "elderly")));
        (await desk.BookAsync(4, Nine, quota: "elderly")).Require();
        Assert.Equal(AppointmentErrors.SlotFull, (await desk.BookAsync(5, Nine, quota: "elderly")).FirstError.Code);
        await desk.AuditAsync();

        using var limited = new AppointmentDesk(plan => plan with { ItemLimits = [new ItemPlaces(plan.Items[0], 1)] });
        await limited.BookedAsync(1, Nine);
        Assert.Equal(AppointmentErrors.ItemLimitReached, (await limited.BookAsync(2, Nine)).FirstError.Code);
        Assert.Equal(0, await limited.FreeAsync(Nine));
        (await limited.Manager.BookAsync(limited.West, limited.At(Nine, item: limited.Other.Id), Person(3), null, default)).Require();
        await limited.AuditAsync();
    }

    [Fact]
    public async Task BookAsync_SlotsInARow_TakesAllOrNone()
    {
        using var desk = new AppointmentDesk(plan => plan with { PlacesPerSlot = 1 }, slotsInARow: 2);
        var booked = await desk.BookedAsync(1, HalfPastNine);
        Assert.Equal((2, new LocalTime(10, 30)), (booked.Places.Count, booked.End));
        Assert.Equal(AppointmentErrors.SlotFull, (await desk.BookAsync(2, Nine)).FirstError.Code);
        Assert.Equal(AppointmentErrors.SlotFull, (await desk.BookAsync(2, new(10, 0))).FirstError.Code);
        Assert.Equal(AppointmentErrors.SlotClosed, (await desk.BookAsync(2, new(10, 30))).FirstError.Code);
        (await desk.Manager.CancelAsync(desk.West, booked.Id, booked.Revision, false, null, default)).Require();
        await desk.BookedAsync(2, Nine);
        await desk.AuditAsync();
    }

    [Fact]
    public async Task ChangeAsync_TakesTheNewAndFreesTheOld_OrNothing()
    {
        using var desk = new AppointmentDesk(plan => plan with { PlacesPerSlot = 1, CancelCutOff = Duration.FromHours(2) });
        var booked = await desk.BookedAsync(1, Nine);
        await desk.BookedAsync(2, HalfPastNine);
        Assert.Equal(AppointmentErrors.SlotFull, (await desk.Manager.ChangeAsync(desk.West, booked.Id, booked.Revision, desk.At(HalfPastNine), false, null, default)).FirstError.Code);
        Assert.Equal(0, await desk.FreeAsync(Nine));

        var moved = (await desk.Manager.ChangeAsync(desk.West, booked.Id, booked.Revision, desk.At(new(10, 0)), false, null, default)).Require();

        Assert.Equal((booked.Number, 1, new LocalTime(10, 0)), (moved.Number, moved.Sequence, moved.Start));
        Assert.Equal((1, 0), (await desk.FreeAsync(Nine), await desk.FreeAsync(new(10, 0))));
        Assert.Equal(StorageErrors.Conflict, (await desk.Manager.ChangeAsync(desk.West, booked.Id, booked.Revision, desk.At(Nine), false, null, default)).FirstError.Code);
        var elsewhere = (await desk.Manager.ChangeAsync(desk.West, moved.Id, moved.Revision, desk.At(Nine, Monday.PlusDays(1)), false, null, default)).Require();
        Assert.Equal(1, await desk.FreeAsync(new(10, 0)));
        await desk.AuditAsync();

        desk.Office.Clock.AdvanceHours(44);
        Assert.Equal(AppointmentErrors.AfterCutOff, (await desk.Manager.ChangeAsync(desk.West, elsewhere.Id, elsewhere.Revision, desk.At(new(10, 0), Monday.PlusDays(2)), false, null, default)).FirstError.Code);
        Assert.Equal(AppointmentErrors.AfterCutOff, (await desk.Manager.CancelAsync(desk.West, elsewhere.Id, elsewhere.Revision, false, null, default)).FirstError.Code);
        Assert.Equal(AppointmentStatus.Cancelled, (await desk.Manager.CancelAsync(desk.West, elsewhere.Id, elsewhere.Revision, true, null, default)).Require().Status);
    }

    [Fact]
    public async Task Marks_OnTheDay_GoTheirWay()
    {
        using var desk = new AppointmentDesk();
        var came = await desk.BookedAsync(1, Nine);
        var stayedAway = await desk.BookedAsync(2, Nine);
        Assert.Equal(AppointmentErrors.TooEarly, (await desk.Manager.CheckInAsync(desk.West, came.Id, came.Revision, null, default)).FirstError.Code);
        Assert.Equal(AppointmentErrors.TooEarly, (await desk.Manager.MarkNoShowAsync(desk.West, stayedAway.Id, stayedAway.Revision, default)).FirstError.Code);
        desk.Office.Clock.AdvanceHours(21);
        Assert.Equal(AppointmentErrors.NotThisPerson, (await desk.Manager.CheckInAsync(desk.West, came.Id, came.Revision, Person(2).Document, default)).FirstError.Code);
        var arrived = (await desk.Manager.CheckInAsync(desk.West, came.Id, came.Revision, Person(1).Document, default)).Require();
        var served = (await desk.Manager.MarkServedAsync(desk.West, arrived.Id, arrived.Revision, default)).Require();
        var missed = (await desk.Manager.MarkNoShowAsync(desk.West, stayedAway.Id, stayedAway.Revision, default)).Require();
        Assert.Equal((AppointmentStatus.Served, AppointmentStatus.NoShow), (served.Status, missed.Status));
        Assert.Equal(AppointmentErrors.WrongStatus, (await desk.Manager.MarkNoShowAsync(desk.West, served.Id, served.Revision, default)).FirstError.Code);
        await desk.AuditAsync();
    }

    [Fact]
    public async Task BookAsync_BlockedByCredit_SaysUntilWhenAndByWhichRule_LiftFrees()
    {
        using var desk = new AppointmentDesk(credit: new TwoCancellations());
        const string Phone = "13800138000";
        foreach (var start in new[] { Nine, HalfPastNine })
        {
            var booked = (await desk.Manager.BookAsync(desk.West, desk.At(start), Person(1, Phone), null, default)).Require();
            (await desk.Manager.CancelAsync(desk.West, booked.Id, booked.Revision, false, null, default)).Require();
        }

        var blocked = (await desk.BookAsync(1, Nine)).FirstError;
        Assert.Equal(AppointmentErrors.BlockedByCredit, blocked.Code);
        Assert.Equal(["2026-12-01", "two-cancellations"], blocked.Arguments);
        Assert.Equal(AppointmentErrors.BlockedByCredit, (await desk.Manager.BookAsync(desk.West, desk.At(Nine), Person(2, Phone), null, default)).FirstError.Code);
        Assert.Equal("NC3200", (await desk.Manager.LiftAsync(desk.West, Person(1, Phone), default)).FirstError.Code.Value);
        Assert.Equal(CreditState.Free, (await desk.Manager.LiftAsync(desk.West.For("系统故障"), Person(1, Phone), default)).Require().State);
        await desk.BookedAsync(1, Nine);
    }

    [Fact]
    public async Task OpenLinkAsync_OnlyOurs_Opens()
    {
        using var desk = new AppointmentDesk();
        var booked = await desk.BookedAsync(1, Nine);
        var link = desk.Manager.SealLink(desk.West, booked.Id);
        Assert.Equal(booked.Id, (await desk.Manager.OpenLinkAsync(desk.West, link, default)).Require().Id);
        var forged = (link[0] == 'A' ? 'B' : 'A') + link[1..];
        foreach (var wrong in new[] { forged, link[..^1], "", "+", new string('A', 43) })
        {
            Assert.Equal(AppointmentErrors.LinkInvalid, (await desk.Manager.OpenLinkAsync(desk.West, wrong, default)).FirstError.Code);
        }

        Assert.Equal(AppointmentErrors.LinkInvalid, (await desk.Manager.OpenLinkAsync(desk.Office.South, link, default)).FirstError.Code);
    }

    [Fact]
    public async Task Erasure_OpenBooking_StandsAgainstIt_LaterAllGoes()
    {
        using var desk = new AppointmentDesk();
        var file = (await desk.Office.RegisterAsync(TestOffice.Person(number: Number(1)))).Id;
        var booked = await desk.BookedAsync(1, Nine);
        var erasure = desk.Office.Get<NewCitizen.Residents.PersonErasure>();
        Assert.Equal(AppointmentErrors.StillOpen, (await erasure.PlanAsync(desk.West, file, default)).FirstError.Code);
        Assert.Contains((await desk.Office.Residents.TimelineAsync(desk.West, file, default))!, entry => entry.Event.Code == "appointment.booked" && entry.SubjectId == booked.Id.Value);
        (await desk.Manager.CancelAsync(desk.West, booked.Id, booked.Revision, false, null, default)).Require();
        (await erasure.EraseAsync(desk.West.For("request 1"), file, default)).Require();
        Assert.Null(await desk.Manager.FindAsync(desk.West, booked.Id, default));
        Assert.Empty(await AppointmentBooks.AllAsync(desk.Office.Store, desk.West.Agency, AppointmentKinds.Booker));
        await desk.AuditAsync();
    }

    private sealed class TwoCancellations : IBookingCreditPolicy
    {
        public Duration LookBack => Duration.FromDays(31);

        public CreditVerdict Judge(IReadOnlyList<BookingEvent> events, Instant now) =>
            events.Skip(events.ToList().FindLastIndex(entry => entry.Kind == BookingEventKind.Lifted) + 1).Count(entry => entry.Kind == BookingEventKind.Cancelled) >= 2
                ? CreditVerdict.Blocked("two-cancellations", new(2026, 12, 1))
                : CreditVerdict.Free;
    }
}
