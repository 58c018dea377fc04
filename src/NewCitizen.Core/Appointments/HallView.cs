using System.Collections.Concurrent;
using NewCitizen.Agencies;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Services;

namespace NewCitizen.Appointments;

/// <summary>
/// Centres and items kept between calls. They may be stale: whoever writes checks their revision in the commit, and whoever refuses looks
/// again first. Thread-safe.
/// </summary>
internal sealed class HallView(IServiceCentreStore centres, IServiceItemStore items, IWorkCalendarSource calendars)
{
    private const int MaxKept = 4096;

    private readonly ConcurrentDictionary<(AgencyId Agency, ServiceCentreId Id), SlotTable> _tables = new();
    private readonly ConcurrentDictionary<(AgencyId Agency, ServiceItemId Id), ServiceItem> _items = new();

    public async ValueTask<SlotTable?> CentreAsync(AgencyId agency, ServiceCentreId id, bool fresh, CancellationToken cancellationToken)
    {
        // The calendar first: a year loaded while the centre is read must not be taken for one that was known.
        var calendar = calendars.Current;
        _tables.TryGetValue((agency, id), out var known);
        if (known is not null && !fresh && ReferenceEquals(known.Calendar, calendar))
        {
            return known;
        }

        var centre = await centres.FindAsync(agency, id, cancellationToken).ConfigureAwait(false);
        if (centre is null)
        {
            return null;
        }

        if (known is not null && known.Centre.Revision == centre.Revision && ReferenceEquals(known.Calendar, calendar))
        {
            return known;
        }

        return Keep(_tables, (agency, id), new SlotTable(centre, calendar));
    }

    public async ValueTask<ServiceItem?> ItemAsync(AgencyId agency, ServiceItemId id, bool fresh, CancellationToken cancellationToken)
    {
        if (!fresh && _items.TryGetValue((agency, id), out var known))
        {
            return known;
        }

        var item = await items.FindAsync(agency, id, cancellationToken).ConfigureAwait(false);
        return item is null ? null : Keep(_items, (agency, id), item);
    }

    private static TValue Keep<TKey, TValue>(ConcurrentDictionary<TKey, TValue> kept, TKey key, TValue value)
        where TKey : notnull
    {
        if (kept.Count >= MaxKept)
        {
            kept.Clear();
        }

        kept[key] = value;
        return value;
    }
}
