using System.Text;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Faults.Load;

/// <summary>
/// The process that is killed: clients take seats, one number after the other, each with its own request key. A number without a definite
/// answer is asked again under the same key, also by the process that follows.
/// </summary>
internal sealed class Writer(OpenStore store, int writer, AckLog log, IClock clock, TimeSpan pause)
{
    private readonly Queue<long> _again = new();
    private readonly Lock _gate = new();
    private long _next;
    private volatile bool _stopping;

    public static async Task<int> RunAsync(string[] args)
    {
        var (address, writer, path, clients) = (args[0], int.Parse(args[1], null), args[2], int.Parse(args[3], null));
        IClock clock = args.Contains("--jump") ? new JumpingClock() : SystemClock.Instance;
        var told = AckLog.Read(path).ToDictionary(entry => entry.Number, entry => entry.Answer);
        await using var store = OpenStore.At(address, Hall.Kinds, clock);
        using var log = new AckLog(path);
        var own = new Writer(store, writer, log, clock, args.Contains("--slow") ? TimeSpan.FromMilliseconds(10) : TimeSpan.Zero);
        own.Resume(told.Keys);
        var running = Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(own.ClientAsync)));

        // The pipe closes with the process that started this one.
        await Console.In.ReadLineAsync();
        own._stopping = true;
        await running;
        return 0;
    }

    private void Resume(IEnumerable<long> told)
    {
        var known = told.ToHashSet();
        _next = known.Count == 0 ? 1 : known.Max() + 1;
        for (var number = 1L; number < _next; number++)
        {
            if (!known.Contains(number))
            {
                _again.Enqueue(number);
            }
        }
    }

    private async Task ClientAsync()
    {
        while (Take() is { } number)
        {
            log.Add(number, await AskAsync(number));
            await Task.Delay(pause);
        }
    }

    private long? Take()
    {
        lock (_gate)
        {
            return _again.TryDequeue(out var number) ? number : _stopping ? null : _next++;
        }
    }

    private async Task<Answer> AskAsync(long number)
    {
        while (true)
        {
            try
            {
                var result = await store.Records.CommitAsync(Batch(number), default);
                switch (result.Status)
                {
                    case CommitStatus.Committed or CommitStatus.Replayed:
                        return Answer.Durable;
                    case CommitStatus.LimitReached:
                        return Answer.Full;
                    case CommitStatus.Unknown:
                        break;
                    default:
                        Console.Error.WriteLine($"{Hall.Text(writer, number)}: {result.Status}");
                        return Answer.Wrong;
                }
            }
            catch (Exception failure) when (failure is NewCitizenException or StoreUnavailableException)
            {
                // The store says that it cannot, or does not know: ask again under the same key.
            }

            await Task.Delay(50);
        }
    }

    private WriteBatch Batch(long number)
    {
        var (agency, slot, text) = (Hall.Agency(Hall.AgencyOf(number)), Hall.SlotOf(writer, number), Hall.Text(writer, number));
        var id = Hall.VisitId(writer, number);
        return new WriteBatch(agency, new RequestKey(text, Encoding.ASCII.GetBytes(text)))
            .Increment(Hall.Slot, Hall.SlotId(slot), "taken", 1, 0, Hall.Capacity(slot))
            .Put(Hall.Visit, id, ExpectedVersion.Missing, [FieldValue.Text(text), FieldValue.Integer(slot)], "{\"note\":\"made up\"}"u8.ToArray())
            .Emit(new DomainEvent("visit.booked", new RecordKey(agency, Hall.Visit, id), default))
            .AddAudit(new AuditEntry(agency, clock.GetCurrentInstant(), "faults", "visit.book", Hall.Visit.Name, id, null, null));
    }
}
