using NewCitizen.Appointments;
using NewCitizen.Core.Tests.Appointments;
using NewCitizen.Queues;

namespace NewCitizen.Core.Tests.Queues;

/// <summary>Compares counters, tickets, windows and bookings of a hall, from behind the manager.</summary>
internal static class QueueBooks
{
    public static async Task<Dictionary<QueueTicketId, QueueTicket>> RequireConsistentAsync(AppointmentDesk desk)
    {
        var (store, agency) = (desk.Office.Store, desk.West.Agency);
        var tickets = (await AppointmentBooks.AllAsync(store, agency, QueueKinds.Ticket)).Select(QueueCodec.ReadTicket).ToDictionary(ticket => ticket.Id);
        var counters = (await AppointmentBooks.AllAsync(store, agency, QueueKinds.Counter)).ToDictionary(record => record[QueueKinds.Prefix].AsText(), record => record[QueueKinds.Issued].AsInteger());

        // Every number up to the counter is on a ticket, once.
        Assert.Equal(counters.Values.Sum(), tickets.Count);
        foreach (var line in tickets.Values.GroupBy(ticket => ticket.Prefix, StringComparer.Ordinal))
        {
            Assert.Equal(Enumerable.Range(1, (int)counters[line.Key]), line.Select(ticket => ticket.Sequence).Order());
        }

        // A window serves one ticket, and a ticket that is called or served is at one window.
        var atWindows = (await AppointmentBooks.AllAsync(store, agency, QueueKinds.Duty)).Select(QueueCodec.ReadDuty).Where(duty => duty.Ticket is not null).ToList();
        Assert.Equal(
            tickets.Values.Where(ticket => ticket.State is TicketState.Called or TicketState.Serving).Select(ticket => (ticket.Id.Value, ticket.Window!)).Order(),
            atWindows.Select(duty => (duty.Ticket!.Value.Value, duty.Window)).Order());

        // A booking has come exactly if it has a ticket, and ends as its ticket does.
        var bookings = (await AppointmentBooks.AllAsync(store, agency, AppointmentKinds.Appointment)).ToDictionary(record => record.Key.Id, record => record[AppointmentKinds.Status].AsText());
        var held = tickets.Values.Where(ticket => ticket.Appointment is not null).ToDictionary(ticket => ticket.Appointment!.Value.Value);
        Assert.Equal(bookings.Where(booking => booking.Value is not ("booked" or "cancelled")).Select(booking => booking.Key).Order(), held.Keys.Order());
        Assert.All(held, pair => Assert.Equal(pair.Value.State switch { TicketState.Served => "served", TicketState.NoShow => "no-show", _ => "arrived" }, bookings[pair.Key]));
        return tickets;
    }
}
