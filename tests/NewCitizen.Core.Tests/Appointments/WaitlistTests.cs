using NewCitizen.Appointments;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;
using static NewCitizen.Core.Tests.Appointments.AppointmentDesk;

namespace NewCitizen.Core.Tests.Appointments;

public sealed class WaitlistTests : IDisposable
{
    private readonly AppointmentDesk _desk = new(plan => plan with { PlacesPerSlot = 1, Offer = Duration.FromMinutes(30) });

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task CancelAsync_SomebodyWaits_IsOfferedThePlace_ThenTheNext()
    {
        var booked = await _desk.BookedAsync(1, Nine);
        Assert.Equal(AppointmentErrors.PlaceIsFree, (await JoinAsync(2, HalfPastNine)).FirstError.Code);
        Assert.Equal(AppointmentErrors.SameSlotTwice, (await JoinAsync(1, Nine)).FirstError.Code);
        var first = (await JoinAsync(2, Nine)).Require();
        Assert.Equal(AppointmentErrors.WaitsAlready, (await JoinAsync(2, Nine)).FirstError.Code);
        _desk.Office.Clock.AdvanceSeconds(1);
        var second = (await JoinAsync(3, Nine)).Require();

        (await _desk.Manager.CancelAsync(_desk.West, booked.Id, booked.Revision, false, null, default)).Require();

        Assert.Equal(AppointmentErrors.SlotFull, (await _desk.BookAsync(4, Nine)).FirstError.Code);
        Assert.Equal(0, await _desk.FreeAsync(Nine));
        var offered = await OfferAsync(first);
        Assert.Equal(AppointmentStatus.Offered, offered.Status);
        Assert.Equal(WaitlistStatus.Waiting, (await EntryAsync(second)).Status);
        await _desk.AuditAsync();

        _desk.Office.Clock.AdvanceMinutes(30);
        Assert.Equal(AppointmentErrors.HoldOver, (await _desk.Manager.AcceptAsync(_desk.West, offered.Id, offered.Revision, null, default)).FirstError.Code);
        Assert.Equal(AppointmentErrors.SlotFull, (await _desk.BookAsync(4, Nine)).FirstError.Code);
        Assert.Equal(WaitlistStatus.Missed, (await EntryAsync(first)).Status);
        var next = await OfferAsync(second);
        var taken = (await _desk.Manager.AcceptAsync(_desk.West, next.Id, next.Revision, null, default)).Require();
        Assert.Equal((AppointmentStatus.Booked, WaitlistStatus.Accepted), (taken.Status, (await EntryAsync(second)).Status));
        await _desk.AuditAsync();
    }

    [Fact]
    public async Task CancelAsync_OfAnOffer_DeclinesIt_WholeDayWaiterGetsAnySlot()
    {
        foreach (var (person, start) in new[] { (1, Nine), (2, HalfPastNine), (3, new LocalTime(10, 0)), (4, new LocalTime(10, 30)) })
        {
            await _desk.BookedAsync(person, start);
        }

        var slot = (await JoinAsync(5, HalfPastNine)).Require();
        _desk.Office.Clock.AdvanceSeconds(1);
        var day = (await JoinAsync(6, Nine, wholeDay: true)).Require();
        var freed = (await _desk.Manager.ListDayAsync(_desk.West, _desk.Centre.Id, Monday, 10, null, default)).Items.Single(found => found.Start == HalfPastNine);
        (await _desk.Manager.CancelAsync(_desk.West, freed.Id, freed.Revision, false, null, default)).Require();
        var offer = await OfferAsync(slot);
        (await _desk.Manager.CancelAsync(_desk.West, offer.Id, offer.Revision, false, null, default)).Require();

        Assert.Equal(WaitlistStatus.Declined, (await EntryAsync(slot)).Status);
        Assert.Equal(HalfPastNine, (await OfferAsync(day)).Start);
        await _desk.AuditAsync();
    }

    [Fact]
    public async Task SettleAsync_HoldIsOver_OffersThePlace_LeaverGetsNone()
    {
        var held = (await _desk.Manager.HoldAsync(_desk.West, _desk.At(Nine), null, default)).Require();
        var leaves = (await JoinAsync(1, Nine)).Require();
        _desk.Office.Clock.AdvanceSeconds(1);
        var stays = (await JoinAsync(2, Nine)).Require();
        (await _desk.Manager.LeaveWaitlistAsync(_desk.West, leaves.Id, leaves.Revision, default)).Require();
        Assert.Equal(AppointmentErrors.NotWaiting, (await _desk.Manager.LeaveWaitlistAsync(_desk.West, leaves.Id, (await EntryAsync(leaves)).Revision, default)).FirstError.Code);
        _desk.Office.Clock.AdvanceMinutes(10);

        Assert.Equal(2, await _desk.Manager.SettleAsync(_desk.West, default));

        Assert.Equal(AppointmentStatus.Lapsed, (await _desk.AgainAsync(held)).Status);
        Assert.Equal(2, (await OfferAsync(stays)).Person!.Document.RevealNumber() == Number(2) ? 2 : 0);
        Assert.Equal(0, await _desk.Manager.SettleAsync(_desk.West, default));
        await _desk.AuditAsync();
    }

    [Fact]
    public async Task JoinWaitlistAsync_WhileOthersCancel_NobodyIsForgotten()
    {
        for (var round = 0; round < 10; round++)
        {
            var date = Monday.PlusDays(round % 5);
            var start = round < 5 ? Nine : HalfPastNine;
            var booked = await _desk.BookedAsync(10 + round, start, date);
            var joining = Task.Run(async () => await _desk.Manager.JoinWaitlistAsync(_desk.West, _desk.At(start, date), false, Person(50 + round), null, default));
            var cancelling = Task.Run(async () => await _desk.Manager.CancelAsync(_desk.West, booked.Id, booked.Revision, false, null, default));
            (await cancelling).Require();
            var joined = await joining;
            Assert.True(joined.Succeeded ? (await EntryAsync(joined.Value)).Status == WaitlistStatus.Offered : joined.FirstError.Code == AppointmentErrors.PlaceIsFree);
        }

        await _desk.AuditAsync();
    }

    [Fact]
    public async Task JoinWaitlistAsync_NoWaitlist_IsRefused()
    {
        using var desk = new AppointmentDesk();
        Assert.Equal(AppointmentErrors.NoWaitlist, (await desk.Manager.JoinWaitlistAsync(desk.West, desk.At(Nine), false, Person(1), null, default)).FirstError.Code);
    }

    private ValueTask<Outcome<WaitlistEntry>> JoinAsync(int person, LocalTime start, bool wholeDay = false) =>
        _desk.Manager.JoinWaitlistAsync(_desk.West, _desk.At(start), wholeDay, Person(person), null, default);

    private async Task<WaitlistEntry> EntryAsync(WaitlistEntry entry) => (await _desk.Manager.FindWaitlistEntryAsync(_desk.West, entry.Id, default))!;

    private async Task<Appointment> OfferAsync(WaitlistEntry entry) => (await _desk.Manager.FindAsync(_desk.West, (await EntryAsync(entry)).Offer!.Value, default))!;
}
