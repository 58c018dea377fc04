using Microsoft.AspNetCore.Mvc;
using NewCitizen.Appointments;
using NewCitizen.Appointments.Credit;
using NewCitizen.Calendars;
using NewCitizen.Cases;
using NewCitizen.Centres;
using NewCitizen.Queues;
using NodaTime;
using NodaTime.Text;
using Portal.Hall;

namespace Portal.Pages.Desk;

public sealed class DayModel(CentreManager centres, IQueueStore queue, IAppointmentStore appointments, IWorkCalendarSource calendars, RatingManager ratings, IBookingCreditPolicy credit) : DeskPage(centres)
{
    private const int Most = 1000;

    public LocalDate Date { get; private set; }

    public CentreDay Day { get; private set; } = null!;

    public IReadOnlyList<HourFigure> Hours { get; private set; } = [];

    public int Tickets { get; private set; }

    public int Served { get; private set; }

    public int Waiting { get; private set; }

    public int Booked { get; private set; }

    public int NoShows { get; private set; }

    public IReadOnlyList<Appointment> ToCall { get; private set; } = [];

    public IReadOnlyList<RatingFollowUp> FollowUps { get; private set; } = [];

    public BookingCreditRules Credit { get; } = credit as BookingCreditRules ?? BookingCreditRules.None;

    public IReadOnlyList<DayException> Coming { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? day, CancellationToken cancellationToken)
    {
        Date = day is not null && LocalDatePattern.Iso.Parse(day) is { Success: true } stated && stated.Value.Year is > 2000 and < 2200 ? stated.Value : Today;
        Day = Centre.On(Date, calendars.Current);
        var tickets = new List<QueueTicket>(await queue.ListInHallAsync(Desk.Agency, Centre.Id, Date, cancellationToken));
        Waiting = tickets.Count(ticket => ticket.State == TicketState.Waiting);
        foreach (var line in (await queue.FindSetupAsync(Desk.Agency, Centre.Id, cancellationToken))?.Groups ?? [])
        {
            var served = await queue.ListDoneAsync(Desk.Agency, Centre.Id, Date, line.Prefix, Most, cancellationToken);
            Served += served.Count(ticket => ticket.State == TicketState.Served);
            tickets.AddRange(served);
        }

        Tickets = tickets.Count;
        Hours = HallDayFigures.ByHour(tickets);
        var booked = (await appointments.ListAsync(Desk.Agency, Centre.Id, Date, Date.PlusDays(1), Most, null, cancellationToken)).Items;
        Booked = booked.Count(entry => entry.Status is AppointmentStatus.Booked or AppointmentStatus.Arrived or AppointmentStatus.Served or AppointmentStatus.NoShow);
        NoShows = booked.Count(entry => entry.Status == AppointmentStatus.NoShow);
        ToCall = (await appointments.ListToCallAsync(Desk.Agency, Centre.Id, 50, null, cancellationToken)).Items;
        FollowUps = (await ratings.ListFollowUpsAsync(Desk, [FollowUpState.Open, FollowUpState.CalledBack], 50, null, cancellationToken)).Items;
        Coming = [.. Centre.Exceptions.Where(exception => exception.Until >= Today).OrderBy(exception => exception.From)];
        return Page();
    }
}
