using NewCitizen.Appointments;
using NewCitizen.Appointments.Credit;
using NewCitizen.Errors;
using NodaTime;
using static NewCitizen.Core.Tests.Appointments.AppointmentDesk;

namespace NewCitizen.Core.Tests.Appointments.Credit;

/// <summary>Story 19 through the manager: Quanzhou's published rules, read from their file, with the published outcomes.</summary>
public sealed class QuanzhouStoryTests : IDisposable
{
    private const string Phone = "13800138000";

    private readonly AppointmentDesk _desk = new(
        plan => plan with { PlacesPerSlot = 20, FarthestAhead = new NewCitizen.Calendars.CalendarDays(40) },
        CreditRuleReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "Appointments", "booking-credit-quanzhou.json")));

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task NoShows_FirstWarns_SecondBlocksNumberAndPhoneUntilTheMonthIsOver()
    {
        await MissAsync(1, Monday);
        var warned = await TryAsync(1, Monday.PlusDays(1));
        Assert.Equal((true, AppointmentErrors.CreditWarning, "no-show"), (warned.Succeeded, warned.Issues[0].Code, warned.Issues[0].Arguments[0]));
        await MissAsync(1, Monday.PlusDays(1), warned.Value);

        var blocked = await TryAsync(1, Monday.PlusDays(2));
        Assert.Equal((AppointmentErrors.BlockedByCredit, "2026-12-01", "no-show"), (blocked.FirstError.Code, blocked.FirstError.Arguments[0], blocked.FirstError.Arguments[1]));
        Assert.Equal(AppointmentErrors.BlockedByCredit, (await TryAsync(2, Monday.PlusDays(2))).FirstError.Code);
        Assert.True((await _desk.BookAsync(3, Nine, Monday.PlusDays(2))).Succeeded);
        var held = (await _desk.Manager.HoldAsync(_desk.West, _desk.At(Nine, Monday.PlusDays(2)), null, default)).Require();
        Assert.Equal(AppointmentErrors.BlockedByCredit, (await _desk.Manager.ConfirmAsync(_desk.West, held.Id, held.Revision, Person(1, Phone), null, default)).FirstError.Code);

        // The last moment of the month, and the first of the next.
        _desk.Office.Clock.Reset(Instant.FromUtc(2026, 11, 30, 15, 59, 59));
        Assert.Equal(AppointmentErrors.BlockedByCredit, (await TryAsync(1, new(2026, 12, 2))).FirstError.Code);
        _desk.Office.Clock.Reset(Instant.FromUtc(2026, 11, 30, 16, 0));
        var free = await TryAsync(1, new(2026, 12, 2));
        Assert.True(free.Succeeded);
        Assert.Empty(free.Issues);
        await _desk.AuditAsync();
    }

    [Fact]
    public async Task Lift_NeedsAReasonAndForgives_WhatComesAfterCountsAnew()
    {
        await MissAsync(1, Monday);
        await MissAsync(1, Monday.PlusDays(1));
        Assert.Equal(AppointmentErrors.BlockedByCredit, (await TryAsync(1, Monday.PlusDays(2))).FirstError.Code);
        Assert.Equal("NC3200", (await _desk.Manager.LiftAsync(_desk.West, Person(1, Phone), default)).FirstError.Code.Value);
        Assert.Equal(AppointmentErrors.BlockedByCredit, (await TryAsync(1, Monday.PlusDays(2))).FirstError.Code);

        Assert.Equal(CreditVerdict.Free, (await _desk.Manager.LiftAsync(_desk.West.For("大厅系统故障，未能签到"), Person(1, Phone), default)).Require());

        var entries = (await _desk.Office.Audit.ReadAuditAsync(null, NewCitizen.Storage.FeedPosition.Start, 10_000, default)).Entries;
        var lifted = Assert.Single(entries, stored => stored.Entry.Action == "booking-credit.lift").Entry;
        Assert.Equal(("大厅系统故障，未能签到", "clerk-1"), (lifted.Purpose, lifted.Actor));
        var again = (await TryAsync(1, Monday.PlusDays(2))).Require();
        await MissAsync(1, Monday.PlusDays(2), again);
        Assert.Equal(CreditState.Warned, (await _desk.Manager.CreditAsync(_desk.West, Person(1, Phone), default)).Require().State);
        await MissAsync(1, Monday.PlusDays(3));
        Assert.Equal(AppointmentErrors.BlockedByCredit, (await TryAsync(1, Monday.PlusDays(4))).FirstError.Code);
    }

    [Fact]
    public async Task Cancellations_TheFifthInAMonthBlocks_TheOfficesDoNotCount()
    {
        for (var i = 0; i < 6; i++)
        {
            // On two days, or four bookings of one item made on a day would block first.
            if (i is 3 or 5) _desk.Office.Clock.AdvanceHours(24);
            var booked = (await TryAsync(1, Monday.PlusDays(4))).Require();
            (await _desk.Manager.CancelAsync(_desk.West, booked.Id, booked.Revision, byOffice: i == 0, null, default)).Require();
        }

        var blocked = (await TryAsync(1, Monday.PlusDays(4))).FirstError;
        Assert.Equal((AppointmentErrors.BlockedByCredit, "cancellations"), (blocked.Code, blocked.Arguments[1]));
    }

    [Fact]
    public async Task Bookings_FourOfOneItemMadeInADay_BlockWhatFollows()
    {
        foreach (var day in Enumerable.Range(0, 4))
        {
            Assert.True((await TryAsync(1, Monday.PlusDays(day))).Succeeded);
        }

        var blocked = (await TryAsync(1, Monday.PlusDays(4))).FirstError;
        Assert.Equal((AppointmentErrors.BlockedByCredit, "same-item"), (blocked.Code, blocked.Arguments[1]));
    }

    private async Task<Outcome<Appointment>> TryAsync(int person, LocalDate date) => await _desk.Manager.BookAsync(_desk.West, _desk.At(Nine, date), Person(person, Phone), null, default);

    private async Task MissAsync(int person, LocalDate date, Appointment? booked = null)
    {
        booked ??= (await TryAsync(person, date)).Require();
        _desk.Office.Clock.Reset(booked.StartsAt + Duration.FromMinutes(30));
        (await _desk.Manager.MarkNoShowAsync(_desk.West, booked.Id, booked.Revision, default)).Require();
    }
}
