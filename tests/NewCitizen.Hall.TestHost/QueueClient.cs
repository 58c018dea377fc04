using System.Globalization;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Appointments;
using NewCitizen.Cases;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Queues;
using NewCitizen.Residents;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Hall.TestHost;

/// <summary>Kiosks and windows of a process, printing what was acknowledged.</summary>
internal sealed class QueueClient(QueueManager queue, AppointmentManager appointments, CaseManager cases, CentreManager centres, Guid centre, Guid item)
{
    private readonly AccessContext _context = new(AgencyId.Parse("west"), "child");
    private readonly ServiceCentreId _centre = new(centre);

    /// <summary>For each line <c>COUNT</c> draws so many tickets from four kiosks, of all items in turn; prints <c>ok NUMBER/ITEM</c>, then <c>end -</c>.</summary>
    public async Task DrawAsync()
    {
        var items = (await centres.FindAsync(_context, _centre, CancellationToken.None).ConfigureAwait(false))!.Windows.SelectMany(window => window.Items).Distinct().ToArray();
        await AnswerAsync(async line =>
        {
            var count = int.Parse(line, CultureInfo.InvariantCulture);
            var next = -1;
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                while (Interlocked.Increment(ref next) is var i && i < count)
                {
                    var wanted = items[i % items.Length];
                    var outcome = await queue.TakeTicketAsync(_context, new(_centre, [wanted]), null, CancellationToken.None).ConfigureAwait(false);
                    Lines.Print(outcome.Succeeded ? $"ok {outcome.Value.Ticket.Number}/{wanted}" : $"no {outcome.FirstError.Code}");
                }
            }))).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <summary>For each line <c>WINDOW</c> calls and serves at that window until nobody waits; prints <c>called NUMBER</c> for each, then <c>end -</c>.</summary>
    public Task ServeAsync() => AnswerAsync(async window =>
    {
        while (true)
        {
            var called = await queue.CallNextAsync(_context, _centre, window, CancellationToken.None).ConfigureAwait(false);
            if (!called.Succeeded)
            {
                Lines.Print($"stopped {called.FirstError.Code}");
                return;
            }

            Lines.Print($"called {called.Value.Number}");
            (await queue.StartAsync(_context, called.Value.Id, window, CancellationToken.None).ConfigureAwait(false)).Require();
            (await queue.FinishAsync(_context, called.Value.Id, window, CancellationToken.None).ConfigureAwait(false)).Require();
        }
    });

    /// <summary>For each line <c>COUNT</c> hands in so many cases from four desks; prints <c>ok NUMBER</c>, then <c>end -</c>.</summary>
    public Task SubmitAsync() => AnswerAsync(async line =>
    {
        var count = int.Parse(line, CultureInfo.InvariantCulture);
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var i && i < count)
            {
                var command = new SubmitCase
                {
                    Item = new(item),
                    Channel = ServiceChannels.Window,
                    Applicant = new StatedApplicant { Name = "张三", Document = new StatedDocument { Number = HallClient.Number(i) }, Phone = "13800138000" },
                };
                var outcome = await cases.SubmitAsync(_context, command, null, CancellationToken.None).ConfigureAwait(false);
                Lines.Print(outcome.Succeeded ? $"ok {outcome.Value.Number}" : $"no {outcome.FirstError.Code}");
            }
        }))).ConfigureAwait(false);
    });

    /// <summary>A busy hall until it is killed: kiosks that draw, some of which leave again, check-ins of bookings made for it, and windows.</summary>
    public async Task WorkAsync(int seed)
    {
        Lines.Print("ready -");
        await Task.WhenAll(Task.Run(KioskAsync), Task.Run(() => CheckInsAsync(seed)), Task.Run(() => WindowAsync("A01")), Task.Run(() => WindowAsync("A02"))).ConfigureAwait(false);
    }

    private static async Task AnswerAsync(Func<string, Task> answer)
    {
        Lines.Print("ready -");
        while (await Console.In.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            await answer(line).ConfigureAwait(false);
            Lines.Print("end -");
        }
    }

    private async Task KioskAsync()
    {
        for (var i = 0; ; i++)
        {
            var issued = (await queue.TakeTicketAsync(_context, new(_centre, [new(item)]), null, CancellationToken.None).ConfigureAwait(false)).Require();
            Lines.Print($"ticket {issued.Ticket.Id}");
            if (i % 5 == 4 && (await queue.LeaveAsync(_context, issued.Link, CancellationToken.None).ConfigureAwait(false)).Succeeded)
            {
                Lines.Print($"left {issued.Ticket.Id}");
            }
        }
    }

    private async Task CheckInsAsync(int seed)
    {
        for (var i = 0; i < 200; i++)
        {
            var person = new StatedPerson { Name = "张三", Document = new StatedDocument { Number = HallClient.Number((seed * 200) + i) } };
            var choice = new SlotChoice(_centre, new(item), new LocalDate(2026, 11, 23), new LocalTime(9, 30).PlusMinutes(30 * (i % 3)));
            var booked = await appointments.BookAsync(_context, choice, person, null, CancellationToken.None).ConfigureAwait(false);
            if (booked.Succeeded)
            {
                var issued = (await queue.CheckInAsync(_context, new(_centre, booked.Value.Id), CancellationToken.None).ConfigureAwait(false)).Require();
                Lines.Print($"ticket {issued.Ticket.Id}");
            }
        }
    }

    private async Task WindowAsync(string window)
    {
        var duty = (await queue.ListWindowsAsync(_context, _centre, CancellationToken.None).ConfigureAwait(false)).FirstOrDefault(found => found.Window == window);
        if (duty?.Ticket is { } left)
        {
            // Somebody was at the window when the process before this one died.
            (await queue.HoldAsync(_context, left, window, CancellationToken.None).ConfigureAwait(false)).Require();
            (await queue.ResumeAsync(_context, left, CancellationToken.None).ConfigureAwait(false)).Require();
        }

        for (var i = 0; ; i++)
        {
            var called = await queue.CallNextAsync(_context, _centre, window, CancellationToken.None).ConfigureAwait(false);
            if (!called.Succeeded)
            {
                await Task.Delay(5).ConfigureAwait(false);
                continue;
            }

            Lines.Print($"called {called.Value.Id}");
            Outcome<QueueTicket> done;
            switch (i % 4)
            {
                case 0:
                    done = await queue.MarkNoShowAsync(_context, called.Value.Id, window, CancellationToken.None).ConfigureAwait(false);
                    break;
                case 1:
                    (await queue.HoldAsync(_context, called.Value.Id, window, CancellationToken.None).ConfigureAwait(false)).Require();
                    done = await queue.ResumeAsync(_context, called.Value.Id, CancellationToken.None).ConfigureAwait(false);
                    break;
                default:
                    (await queue.StartAsync(_context, called.Value.Id, window, CancellationToken.None).ConfigureAwait(false)).Require();
                    done = await queue.FinishAsync(_context, called.Value.Id, window, CancellationToken.None).ConfigureAwait(false);
                    break;
            }

            Lines.Print($"{done.Require().State} {called.Value.Id}");
        }
    }
}
