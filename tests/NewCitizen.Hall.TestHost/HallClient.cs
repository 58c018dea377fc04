using System.Globalization;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Appointments;
using NewCitizen.Errors;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Hall.TestHost;

/// <summary>Books and cancels as people do, and prints what was acknowledged.</summary>
internal sealed class HallClient(AppointmentManager manager, Guid centre, Guid item)
{
    private static readonly LocalDate s_monday = new(2026, 11, 23);
    private readonly AccessContext _context = new(AgencyId.Parse("west"), "child");

    /// <summary>Reads <c>FIRST COUNT SLOT</c> lines; all of these people want the slot at once. Prints <c>ok ID</c> or <c>no CODE</c> for each, then <c>end -</c>.</summary>
    public async Task RaceAsync()
    {
        Lines.Print("ready -");
        while (await Console.In.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            var numbers = line.Split(' ').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            await Task.WhenAll(Enumerable.Range(numbers[0], numbers[1]).Select(person => Task.Run(async () =>
            {
                var outcome = await manager.BookAsync(_context, Choice(numbers[2]), Person(person), null, CancellationToken.None).ConfigureAwait(false);
                Lines.Print(outcome.Succeeded ? $"ok {outcome.Value.Id}" : $"no {outcome.FirstError.Code}");
            }))).ConfigureAwait(false);
            Lines.Print("end -");
        }
    }

    /// <summary>Runs errands until it is killed: books or holds and confirms, and cancels about half of it again.</summary>
    public async Task ErrandsAsync(int seed)
    {
        Lines.Print("ready -");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(client => Task.Run(() => ClientAsync(client)))).ConfigureAwait(false);

        async Task ClientAsync(int client)
        {
            for (var i = 0; ; i++)
            {
                var number = (seed * 200) + (client * 50) + (i % 50);
                var key = string.Create(CultureInfo.InvariantCulture, $"{seed}-{client}-{i}");
                Lines.Print($"booking {key}");
                var outcome = i % 3 == 0
                    ? await ConfirmedAsync(Choice(number % 8), Person(number), key).ConfigureAwait(false)
                    : await manager.BookAsync(_context, Choice(number % 8), Person(number), Key("b" + key), CancellationToken.None).ConfigureAwait(false);
                if (!outcome.Succeeded)
                {
                    continue;
                }

                Lines.Print($"booked {outcome.Value.Id}");
                if (i % 2 == 0)
                {
                    Lines.Print($"cancelling {outcome.Value.Id}");
                    (await manager.CancelAsync(_context, outcome.Value.Id, outcome.Value.Revision, false, Key("c" + key), CancellationToken.None).ConfigureAwait(false)).Require();
                    Lines.Print($"cancelled {outcome.Value.Id}");
                }
            }
        }
    }

    /// <summary>
    /// People who want more than there is, until it is killed: four at a time book, or wait in line if all is taken, cancel about half, and take or decline what they are offered.
    /// </summary>
    public async Task LineAsync(int seed)
    {
        Lines.Print("ready -");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(client => Task.Run(() => WaiterAsync(client)))).ConfigureAwait(false);

        async Task WaiterAsync(int client)
        {
            var (booked, waiting) = (new Queue<Appointment>(), new List<WaitlistEntry>());
            for (var i = 0; i < 900; i++)
            {
                // Nobody twice: a person who may not have what is offered stays in line beside a free place, and rightly so.
                var number = (seed * 3600) + (client * 900) + i;
                // A day for each run, or what the killed ones left behind would fill all of it.
                var choice = Choice((seed % 5 * 4) + (i % 4));
                var taken = i % 3 == 0
                    ? await ConfirmedAsync(choice, Person(number), string.Create(CultureInfo.InvariantCulture, $"{seed}-{client}-{i}")).ConfigureAwait(false)
                    : await manager.BookAsync(_context, choice, Person(number), null, CancellationToken.None).ConfigureAwait(false);
                if (taken.Succeeded)
                {
                    Lines.Print($"booked {taken.Value.Id}");
                    booked.Enqueue(taken.Value);
                }
                else if (await manager.JoinWaitlistAsync(_context, choice, wholeDay: i % 7 == 0, Person(number), null, CancellationToken.None).ConfigureAwait(false) is { Succeeded: true } joined)
                {
                    Lines.Print($"waits {joined.Value.Id}");
                    waiting.Add(joined.Value);
                }

                if (booked.Count > 1 || (i % 4 == 3 && booked.Count > 0))
                {
                    await CancelAsync(booked.Dequeue()).ConfigureAwait(false);
                }

                if (waiting.Count > 6)
                {
                    await AnswerAsync(waiting, booked, i).ConfigureAwait(false);
                }
            }
        }

        async Task CancelAsync(Appointment old)
        {
            Lines.Print($"cancelling {old.Id}");
            (await manager.CancelAsync(_context, old.Id, old.Revision, false, null, CancellationToken.None).ConfigureAwait(false)).Require();
            Lines.Print($"cancelled {old.Id}");
        }

        async Task AnswerAsync(List<WaitlistEntry> waiting, Queue<Appointment> booked, int i)
        {
            var entry = (await manager.FindWaitlistEntryAsync(_context, waiting[0].Id, CancellationToken.None).ConfigureAwait(false))!;
            waiting.RemoveAt(0);
            if (entry.Offer is { } offered && await manager.FindAsync(_context, offered, CancellationToken.None).ConfigureAwait(false) is { } offer)
            {
                if (i % 2 == 0)
                {
                    await CancelAsync(offer).ConfigureAwait(false);
                }
                else
                {
                    var accepted = (await manager.AcceptAsync(_context, offer.Id, offer.Revision, null, CancellationToken.None).ConfigureAwait(false)).Require();
                    Lines.Print($"booked {accepted.Id}");
                    booked.Enqueue(accepted);
                }
            }
            else if (entry.Status == WaitlistStatus.Waiting && (await manager.LeaveWaitlistAsync(_context, entry.Id, entry.Revision, CancellationToken.None).ConfigureAwait(false)).Succeeded)
            {
                Lines.Print($"gone {entry.Id}");
            }
        }
    }

    private async Task<Outcome<Appointment>> ConfirmedAsync(SlotChoice choice, StatedPerson person, string key)
    {
        var held = await manager.HoldAsync(_context, choice, Key("h" + key), CancellationToken.None).ConfigureAwait(false);
        return held.Succeeded ? await manager.ConfirmAsync(_context, held.Value.Id, held.Value.Revision, person, Key("f" + key), CancellationToken.None).ConfigureAwait(false) : held;
    }

    private static RequestKey Key(string value) => new(value, [1]);

    // Four slots a day, from Monday to Friday.
    private SlotChoice Choice(int slot) => new(new(centre), new(item), s_monday.PlusDays(slot / 4), new LocalTime(9, 0).PlusMinutes(30 * (slot % 4)));

    private static StatedPerson Person(int number) => new() { Name = "张三", Document = new StatedDocument { Number = Number(number) } };

    internal static string Number(int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"120116{1960 + (number / 900)}0101{100 + (number % 900)}");
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return body + "10X98765432"[body.Select((digit, i) => (digit - '0') * weights[i]).Sum() % 11];
    }
}
