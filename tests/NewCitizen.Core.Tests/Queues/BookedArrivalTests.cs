using NewCitizen.Appointments;
using NewCitizen.Core.Tests.Appointments;
using NewCitizen.Errors;
using NewCitizen.Queues;
using NodaTime;

namespace NewCitizen.Core.Tests.Queues;

/// <summary>The queue with real bookings.</summary>
public sealed class BookedArrivalTests : IDisposable
{
    private readonly AppointmentDesk _desk = new();

    private QueueManager Queue => _desk.Office.Get<QueueManager>();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task CheckInServeAndNoShow_AreSetDownInTheBooking()
    {
        Assert.Equal(QueueErrors.NotConfigured, (await Queue.TakeTicketAsync(_desk.West, new(_desk.Centre.Id, [_desk.Item.Id]), null, default)).FirstError.Code);
        (await Queue.SetUpAsync(_desk.West, TestHall.NewSetup() with { Centre = _desk.Centre.Id, Groups = [new("A", "居住证", null, [_desk.Item.Id])] }, default)).Require();
        var (served, gone) = (await _desk.BookedAsync(1, AppointmentDesk.Nine), await _desk.BookedAsync(2, AppointmentDesk.Nine));
        Assert.Equal(QueueErrors.BookingOtherDay, (await CheckInAsync(served)).FirstError.Code);
        _desk.Office.Clock.Reset(TestHall.At(9, 0));
        var ticket = (await CheckInAsync(served)).Require().Ticket;
        Assert.Equal((TicketClass.Booked, AppointmentStatus.Arrived), (ticket.Class, (await _desk.AgainAsync(served)).Status));
        Assert.Equal(ticket.Id, (await CheckInAsync(served)).Require().Ticket.Id);
        (await Queue.CallNextAsync(_desk.West, _desk.Centre.Id, "A01", default)).Require();
        (await Queue.StartAsync(_desk.West, ticket.Id, "A01", default)).Require();
        (await Queue.FinishAsync(_desk.West, ticket.Id, "A01", default)).Require();
        Assert.Equal(AppointmentStatus.Served, (await _desk.AgainAsync(served)).Status);

        var second = (await CheckInAsync(gone)).Require().Ticket;
        (await Queue.CallNextAsync(_desk.West, _desk.Centre.Id, "A01", default)).Require();
        _desk.Office.Clock.Advance(Duration.FromMinutes(2));
        (await Queue.MarkNoShowAsync(_desk.West, second.Id, "A01", default)).Require();
        Assert.Equal(AppointmentStatus.NoShow, (await _desk.AgainAsync(gone)).Status);
        Assert.Equal(["A001", "A002"], [ticket.Number, second.Number]);
        await _desk.AuditAsync();
    }

    [Fact]
    public async Task MarkNoShowAsync_CalledBeforeTheBookedTime_IsSetAsideAndComesBack()
    {
        (await Queue.SetUpAsync(_desk.West, TestHall.NewSetup() with { Centre = _desk.Centre.Id, Groups = [new("A", "居住证", null, [_desk.Item.Id])] }, default)).Require();
        var booked = await _desk.BookedAsync(1, AppointmentDesk.HalfPastNine);
        _desk.Office.Clock.Reset(TestHall.At(9, 20));
        var ticket = (await CheckInAsync(booked)).Require().Ticket;
        (await Queue.CallNextAsync(_desk.West, _desk.Centre.Id, "A01", default)).Require();
        Assert.Equal(QueueErrors.NoShowTooEarly, (await Queue.MarkNoShowAsync(_desk.West, ticket.Id, "A01", default)).FirstError.Code);
        _desk.Office.Clock.Advance(Duration.FromMinutes(2));
        Assert.Equal(QueueErrors.OtherWindow, (await Queue.MarkNoShowAsync(_desk.West, ticket.Id, "A02", default)).FirstError.Code);

        Assert.Equal(TicketState.Held, (await Queue.MarkNoShowAsync(_desk.West, ticket.Id, "A01", default)).Require().State);
        Assert.Equal(AppointmentStatus.Arrived, (await _desk.AgainAsync(booked)).Status);
        Assert.Equal(QueueErrors.NobodyWaits, (await Queue.CallNextAsync(_desk.West, _desk.Centre.Id, "A01", default)).FirstError.Code);

        _desk.Office.Clock.Reset(TestHall.At(9, 29));
        var back = (await CheckInAsync(booked)).Require().Ticket;
        Assert.Equal((ticket.Id, TicketState.Waiting), (back.Id, back.State));
        Assert.Equal(TicketState.Waiting, (await CheckInAsync(booked)).Require().Ticket.State);
        Assert.Equal(ticket.Id, (await Queue.CallNextAsync(_desk.West, _desk.Centre.Id, "A01", default)).Require().Id);
        _desk.Office.Clock.Reset(TestHall.At(9, 32));
        Assert.Equal(TicketState.NoShow, (await Queue.MarkNoShowAsync(_desk.West, ticket.Id, "A01", default)).Require().State);
        Assert.Equal(AppointmentStatus.NoShow, (await _desk.AgainAsync(booked)).Status);
    }

    [Fact]
    public async Task CheckInAsync_OfACancelledBooking_IsRefusedAndTakesNoNumber()
    {
        (await Queue.SetUpAsync(_desk.West, TestHall.NewSetup() with { Centre = _desk.Centre.Id, Groups = [new("A", "居住证", null, [_desk.Item.Id])] }, default)).Require();
        var booked = await _desk.BookedAsync(1, AppointmentDesk.Nine);
        (await _desk.Manager.CancelAsync(_desk.West, booked.Id, booked.Revision, true, null, default)).Require();
        _desk.Office.Clock.Reset(TestHall.At(9, 0));
        Assert.Equal(QueueErrors.BookingOver, (await CheckInAsync(booked)).FirstError.Code);
        Assert.Equal("A001", (await Queue.TakeTicketAsync(_desk.West, new(_desk.Centre.Id, [_desk.Item.Id]), null, default)).Require().Ticket.Number);
    }

    private async Task<Outcome<IssuedTicket>> CheckInAsync(Appointment booking) => await Queue.CheckInAsync(_desk.West, new CheckIn(_desk.Centre.Id, booking.Id), default);
}
