using NewCitizen.Storage;

namespace NewCitizen.Benchmarks.Floors.Sdk;

/// <summary>The kernel: one batch with the change, a feed entry, an event and an audit entry, committed as a whole.</summary>
/// <param name="station">The SDK over the store.</param>
/// <param name="name">What the table calls it.</param>
/// <param name="keyed">Whether each booking has a request key, which makes it repeatable.</param>
internal sealed class KernelContender(Station station, string name = "kernel", bool keyed = false) : Contender
{
    public override string Name => name;

    public override bool Does(Work work) => name == "kernel" || work is Work.BookHot or Work.BookMany;

    public override ValueTask<Client> ConnectAsync(Range own) => new(new KernelClient(station, keyed) { Own = own });

    public override async ValueTask<long> MismatchesAsync()
    {
        var mismatches = 0L;
        for (var slot = 0; slot <= 1000; slot++)
        {
            var stored = await station.Store.GetAsync(new RecordKey(Sheet.Agency, Sheet.Slot, Sheet.SlotId(slot)), default);
            var bookings = 0L;
            QueryCursor? after = null;
            do
            {
                var page = await station.Store.QueryAsync(
                    new RecordQuery(Sheet.Agency, Sheet.Booking, [FieldFilter.Equal("slot", FieldValue.Integer(slot))], limit: RecordQuery.MaxLimit, after: after), default);
                bookings += page.Records.Count;
                after = page.Next;
            }
            while (after is not null);
            mismatches += Math.Abs(stored!["taken"].AsInteger() - bookings);
        }

        return mismatches;
    }
}
