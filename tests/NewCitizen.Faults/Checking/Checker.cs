using System.Collections;
using NewCitizen.Faults.Load;
using NewCitizen.Storage;

namespace NewCitizen.Faults.Checking;

/// <summary>The one checker of all drills: reads the whole store and the whole feed, and holds them against what writers and readers saw.</summary>
internal sealed class Checker(OpenStore store, IReadOnlyList<(int Writer, string Log)> writers, Func<int, string> tail)
{
    private readonly Dictionary<int, BitArray> _seen = [];
    private long _durable;
    private long _doubled;
    private long _gaps;
    private long _overbooked;

    public async Task<Verdict> RunAsync()
    {
        for (var agency = 0; agency < Hall.Agencies; agency++)
        {
            var visits = await ReadVisitsAsync(agency);
            await ReadSlotsAsync(agency, visits.BySlot);
            await ReadFeedAsync(agency, visits.Count);
        }

        var (acknowledged, full, lost) = (0L, 0L, 0L);
        foreach (var (writer, log) in writers)
        {
            foreach (var (number, _, answer) in AckLog.Read(log))
            {
                var there = Seen(writer).Length > number && Seen(writer)[(int)number];
                acknowledged += answer == Answer.Durable ? 1 : 0;
                full += answer == Answer.Full ? 1 : 0;
                lost += answer == Answer.Durable && !there ? 1 : 0;
                _doubled += answer == Answer.Wrong || (answer == Answer.Full && there) ? 1 : 0;
            }
        }

        return new(_durable, acknowledged, full, lost, _doubled, _gaps, _overbooked, Outage());
    }

    private async Task<(long Count, long[] BySlot)> ReadVisitsAsync(int agency)
    {
        var bySlot = new long[Hall.HotSlots + Hall.ColdSlots];
        var count = 0L;
        QueryCursor? after = null;
        do
        {
            var page = await store.Records.QueryAsync(new RecordQuery(Hall.Agency(agency), Hall.Visit, limit: RecordQuery.MaxLimit, after: after), default);
            foreach (var visit in page.Records)
            {
                var (writer, number) = Hall.Parse(visit["number"].AsText());
                var slot = (int)visit["slot"].AsInteger();
                var sound = visit.Version == 1 && visit.Key.Id == Hall.VisitId(writer, number) && slot == Hall.SlotOf(writer, number) && agency == Hall.AgencyOf(number);
                _doubled += sound && Mark(writer, number) ? 0 : 1;
                bySlot[slot]++;
                count++;
            }

            after = page.Next;
        }
        while (after is not null);
        _durable += count;
        return (count, bySlot);
    }

    private async Task ReadSlotsAsync(int agency, long[] bookings)
    {
        for (var slot = 0; slot < bookings.Length; slot++)
        {
            var stored = await store.Records.GetAsync(new RecordKey(Hall.Agency(agency), Hall.Slot, Hall.SlotId(slot)), default) ?? throw new InvalidOperationException("A slot is gone.");
            var taken = stored["taken"].AsInteger();
            _doubled += Math.Abs(taken - bookings[slot]);
            _overbooked += Math.Max(0, taken - Hall.Capacity(slot));
            _gaps += stored.Version == taken + 1 ? 0 : 1;
        }
    }

    /// <summary>Reads the feed as one who comes later, beside what the reader saw that was there all the time.</summary>
    private async Task ReadFeedAsync(int agency, long visits)
    {
        var versions = new long[Hall.HotSlots + Hall.ColdSlots];
        var (puts, events) = (0L, 0L);
        var at = FeedPosition.Start;
        await using var seen = new FileStream(tail(agency), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        var (expected, found) = (new byte[Tailer.EntrySize], new byte[Tailer.EntrySize]);
        while (await store.Feed.ReadChangesAsync(Hall.Agency(agency), at, 2000, default) is { Entries.Count: > 0 } page)
        {
            foreach (var entry in page.Entries)
            {
                _gaps += entry.Position > at ? 0 : 1;
                at = entry.Position;
                Tailer.Write(entry, expected);
                var read = await seen.ReadAtLeastAsync(found, found.Length, throwOnEndOfStream: false);
                _gaps += read == found.Length && found.AsSpan().SequenceEqual(expected) ? 0 : 1;
                if (entry.Kind == Hall.Slot.Name)
                {
                    var slot = Hall.SlotNumber(entry.Id);
                    _gaps += entry.Version == versions[slot] + 1 ? 0 : 1;
                    versions[slot] = entry.Version;
                }
                else
                {
                    puts += entry.Type == ChangeType.Put ? 1 : 0;
                    events += entry.Type == ChangeType.Event ? 1 : 0;
                }
            }
        }

        _gaps += (seen.Length - seen.Position) / Tailer.EntrySize;
        _gaps += Math.Abs(puts - visits) + Math.Abs(events - visits);
    }

    private bool Mark(int writer, long number)
    {
        var seen = Seen(writer);
        if (seen.Length <= number)
        {
            seen.Length = (int)Math.Max(number + 1, seen.Length * 2);
        }

        if (seen[(int)number])
        {
            return false;
        }

        return seen[(int)number] = true;
    }

    private BitArray Seen(int writer) => _seen.TryGetValue(writer, out var seen) ? seen : _seen[writer] = new BitArray(1024);

    private TimeSpan Outage()
    {
        var times = writers.SelectMany(writer => AckLog.Read(writer.Log)).Select(entry => entry.At).Order().ToList();
        var longest = 0L;
        for (var i = 1; i < times.Count; i++)
        {
            longest = Math.Max(longest, times[i] - times[i - 1]);
        }

        return TimeSpan.FromMilliseconds(longest);
    }
}
