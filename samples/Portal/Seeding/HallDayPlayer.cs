using NewCitizen.Access;
using NewCitizen.Appointments;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Queues;
using NewCitizen.Residents;
using NewCitizen.Services;
using NodaTime;
using Portal.Hall;

namespace Portal.Seeding;

/// <summary>
/// Plays a day of the hall through the managers with a clock of its own: bookings made the day before, people who come with and without one, windows that
/// call, serve and finish, some who stay away. Seeded, so it is the same every time. On a working day it plays today up to now; otherwise the last day the
/// hall was open, as a whole.
/// </summary>
internal sealed class HallDayPlayer(
    QueueManager queue, AppointmentManager appointments, CentreManager centres, ServiceItemManager items, IQueueStore store, IWorkCalendarSource calendars, CaseSeeder cases, HallContexts contexts, DemoClock clock)
{
    private const int Bookings = 36;
    private const int FirstBooker = 400;
    private const int FirstHour = 8;

    // People an hour, from eight on: the morning rush, noon, the smaller one after lunch. More than the windows can serve at once, as it is.
    private static readonly int[] s_perHour = [14, 52, 56, 34, 6, 22, 50, 36, 10];

    public async Task<LocalDate?> PlayAsync(CancellationToken cancellationToken)
    {
        var desk = contexts.Start;
        if (await centres.FindByCodeAsync(desk, "hall", cancellationToken) is not { } hall || await store.FindSetupAsync(desk.Agency, hall.Id, cancellationToken) is not { } setup)
        {
            return null;
        }

        var (day, until) = Choose(hall, clock.GetCurrentInstant());
        if ((await store.ListInHallAsync(desk.Agency, hall.Id, day, cancellationToken)).Count > 0 || (await store.ListDoneAsync(desk.Agency, hall.Id, day, setup.Groups[0].Prefix, 1, cancellationToken)).Count > 0)
        {
            return day;
        }

        try
        {
            clock.Set(At(day.PlusDays(-1), new LocalTime(15, 0)));
            var random = new DemoRandom(20261122);
            var booked = await BookAsync(desk, hall, day, random, cancellationToken);
            await PlayAsync(desk, hall, setup, day, until, booked, random, cancellationToken);
        }
        finally
        {
            clock.Set(null);
        }

        return day;
    }

    // Who booked, and when they will come; nothing for the few who stay away.
    private async Task<List<(Appointment Booking, Instant? Comes)>> BookAsync(AccessContext desk, ServiceCentre hall, LocalDate day, DemoRandom random, CancellationToken cancellationToken)
    {
        var booked = new List<(Appointment, Instant?)>();
        var wanted = new List<ServiceItem>();
        foreach (var code in new[] { "permit-apply", "permit-endorse", "police-consult", "legal-aid" })
        {
            if (await items.FindByCodeAsync(desk, code, cancellationToken) is { } item && hall.PlanFor(item.Id) is not null)
            {
                wanted.Add(item);
            }
        }

        foreach (var person in MadeUpPeople.Of(FirstBooker, Bookings))
        {
            var item = wanted[random.Below(wanted.Count)];
            var free = await appointments.FindFreeAsync(desk, hall.Id, item.Id, day, 1, null, cancellationToken);
            if (free.Value?.Days[0].Slots.Where(slot => slot.Free > 0).ToList() is not { Count: > 0 } slots)
            {
                continue;
            }

            var stated = new StatedPerson { Name = person.Name, Document = new StatedDocument { Kind = "111", Number = person.Number }, Phone = person.Phone };
            var outcome = await appointments.BookAsync(desk, new SlotChoice(hall.Id, item.Id, day, slots[random.Below(slots.Count)].Start), stated, null, cancellationToken);
            if (outcome.Succeeded)
            {
                booked.Add((outcome.Value, booked.Count % 7 == 4 ? null : outcome.Value.StartsAt - Duration.FromMinutes(random.Below(20) - 2)));
            }
        }

        return booked;
    }

    private async Task PlayAsync(
        AccessContext desk, ServiceCentre hall, QueueSetup setup, LocalDate day, Instant until, List<(Appointment Booking, Instant? Comes)> booked, DemoRandom random, CancellationToken cancellationToken)
    {
        var open = hall.On(day, calendars.Current).Periods;
        var busy = new Dictionary<string, (QueueTicket Ticket, Instant Until)>(StringComparer.Ordinal);
        for (var now = At(day, new LocalTime(FirstHour, 15)); now < until; now += Duration.FromMinutes(1))
        {
            clock.Set(now);
            foreach (var (booking, comes) in booked)
            {
                if (comes is { } at && at <= now && at > now - Duration.FromMinutes(1))
                {
                    await queue.CheckInAsync(desk, new CheckIn(hall.Id, booking.Id), cancellationToken);
                }
                else if (comes is null && booking.StartsAt + Duration.FromMinutes(30) == now)
                {
                    await appointments.MarkNoShowAsync(desk, booking.Id, booking.Revision, cancellationToken);
                }
            }

            var local = now.InZone(ShanghaiTime.Zone);
            if (local.Hour - FirstHour is >= 0 and var hour && hour < s_perHour.Length && random.Below(60) < s_perHour[hour])
            {
                await TakeAsync(desk, setup, random, cancellationToken);
            }

            var served = open.Any(period => period.From <= local.TimeOfDay && local.TimeOfDay < period.Until);
            foreach (var window in hall.Windows)
            {
                await WorkAsync(desk, hall, window, busy, now, served, random, cancellationToken);
            }
        }
    }

    private async Task TakeAsync(AccessContext desk, QueueSetup setup, DemoRandom random, CancellationToken cancellationToken)
    {
        var drawn = random.Below(100);
        var line = setup.Groups[drawn switch { < 48 => 0, < 68 => 1, < 77 => 2, < 85 => 3, _ => 4 }];
        var item = line.Items[random.Below(line.Items.Count)];

        // Refused outside the hours in which tickets are given: then nobody comes.
        await queue.TakeTicketAsync(desk, new TakeTicket(setup.Centre, [item], random.Below(12) == 0 ? "elderly" : null), null, cancellationToken);
    }

    private async Task WorkAsync(
        AccessContext desk, ServiceCentre hall, ServiceWindow window, Dictionary<string, (QueueTicket Ticket, Instant Until)> busy, Instant now, bool open, DemoRandom random, CancellationToken cancellationToken)
    {
        if (busy.TryGetValue(window.Code, out var at))
        {
            if (at.Until > now)
            {
                return;
            }

            if (at.Ticket.Sequence % 5 == 2)
            {
                await cases.OpenAsync(desk, hall, window, at.Ticket, cancellationToken);
            }

            await queue.FinishAsync(desk, at.Ticket.Id, window.Code, cancellationToken);
            busy.Remove(window.Code);
        }

        if (open && await queue.CallNextAsync(desk, hall.Id, window.Code, cancellationToken) is { Succeeded: true, Value: { } called })
        {
            if (called.Appointment is null && random.Below(25) == 0)
            {
                // Gone home: the number is called again, and then the next.
                clock.Set(now + Duration.FromMinutes(1));
                await queue.MarkNoShowAsync(desk, called.Id, window.Code, cancellationToken);
                clock.Set(now);
                return;
            }

            await queue.StartAsync(desk, called.Id, window.Code, cancellationToken);
            busy[window.Code] = (called, now + Duration.FromMinutes(4 + random.Below(15)));
        }
    }

    private static Instant At(LocalDate day, LocalTime time) => day.At(time).InZoneLeniently(ShanghaiTime.Zone).ToInstant();

    private (LocalDate Day, Instant Until) Choose(ServiceCentre hall, Instant now)
    {
        var today = ShanghaiTime.DateOf(now);
        if (IsOpen(hall, today) && now > At(today, new LocalTime(10, 0)))
        {
            return (today, Instant.Min(now, At(today, new LocalTime(17, 30))));
        }

        var day = today.PlusDays(-1);
        for (var back = 0; back < 30 && !IsOpen(hall, day); back++)
        {
            day = day.PlusDays(-1);
        }

        return (day, At(day, new LocalTime(17, 30)));
    }

    private bool IsOpen(ServiceCentre hall, LocalDate day) => hall.On(day, calendars.Current).Status == CentreDayStatus.Open;
}
