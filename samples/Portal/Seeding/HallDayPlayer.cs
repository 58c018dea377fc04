using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Queues;
using NewCitizen.Services;
using NodaTime;
using Portal.Hall;

namespace Portal.Seeding;

/// <summary>
/// Plays a day of the hall through the queue's own manager with a clock of its own: tickets by the hour, windows that call, serve and finish. Seeded, so
/// it is the same every time. On a working day it plays today up to now; otherwise the last day the hall was open, as a whole.
/// </summary>
internal sealed class HallDayPlayer(QueueManager queue, CentreManager centres, IQueueStore store, IWorkCalendarSource calendars, HallContexts contexts, DemoClock clock)
{
    // People an hour, from eight on: the morning rush, noon, the smaller one after lunch.
    private static readonly int[] s_perHour = [6, 26, 30, 22, 8, 12, 24, 20, 10];

    private const int FirstHour = 8;

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
            await PlayAsync(hall, setup, day, until, cancellationToken);
        }
        finally
        {
            clock.Set(null);
        }

        return day;
    }

    private async Task PlayAsync(ServiceCentre hall, QueueSetup setup, LocalDate day, Instant until, CancellationToken cancellationToken)
    {
        var desk = contexts.Start;
        var random = new DemoRandom(20261122);
        var open = hall.On(day, calendars.Current).Periods;
        var busy = new Dictionary<string, (QueueTicket Ticket, Instant Until)>(StringComparer.Ordinal);
        for (var now = At(day, new LocalTime(FirstHour, 15)); now < until; now += Duration.FromMinutes(1))
        {
            clock.Set(now);
            var local = now.InZone(ShanghaiTime.Zone);
            var hour = local.Hour - FirstHour;
            if (hour >= 0 && hour < s_perHour.Length)
            {
                for (var chance = s_perHour[hour]; chance > 0; chance -= 60)
                {
                    if (random.Below(60) < chance)
                    {
                        await TakeAsync(desk, setup, random, cancellationToken);
                    }
                }
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
        var line = setup.Groups[drawn switch { < 55 => 0, < 70 => 1, < 78 => 2, < 85 => 3, _ => 4 }];
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

            await queue.FinishAsync(desk, at.Ticket.Id, window.Code, cancellationToken);
            busy.Remove(window.Code);
        }

        if (open && await queue.CallNextAsync(desk, hall.Id, window.Code, cancellationToken) is { Succeeded: true, Value: { } called })
        {
            await queue.StartAsync(desk, called.Id, window.Code, cancellationToken);
            busy[window.Code] = (called, now + Duration.FromMinutes(5 + random.Below(13)));
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
