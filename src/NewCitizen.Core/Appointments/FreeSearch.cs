using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>One search for free slots: what the centre gives out, less what is taken.</summary>
internal sealed class FreeSearch(SlotTable table, BookingPlan plan, ServiceItem item, string? quota, Instant now)
{
    private readonly Dictionary<Guid, int> _taken = [];
    private readonly Dictionary<(LocalDate Date, LocalTime? Start), int> _waiting = [];
    private readonly bool _countsItem = plan.ItemLimits.Any(limit => limit.Item == item.Id);

    // Compared as local time: cheaper than an instant for each of a thousand slots.
    private readonly LocalDateTime _soonest = (now + plan.SoonestAhead).InZone(ShanghaiTime.Zone).LocalDateTime;
    private readonly LocalDate _today = ShanghaiTime.DateOf(now);
    private readonly LocalDate? _last = plan.FarthestAhead is null ? null : SlotOffer.LastDay(plan, now, table.Calendar);

    public SlotTable Table => table;

    public BookingPlan Plan => plan;

    /// <summary>Days of those asked for that can be booked at all; null for none.</summary>
    public (LocalDate From, LocalDate Before)? Window(LocalDate from, int days)
    {
        var first = from < _today ? _today : from;
        var last = from.PlusDays(days - 1);
        last = _last is { } end && last > end ? end : last;
        return _last is null || first > last ? null : (first, last.PlusDays(1));
    }

    public void Add(Guid counter, int taken) => _taken[counter] = _taken.GetValueOrDefault(counter) + taken;

    /// <summary>Takes back what a hold that is over still counts.</summary>
    public void AddOver(Appointment hold)
    {
        if (!hold.IsOver(now))
        {
            return;
        }

        foreach (var place in hold.Places)
        {
            Add(SlotKeys.SlotId(hold.Centre, hold.Plan, hold.Date, place.Start, place.Lane), -1);
            if (hold.CountsItem)
            {
                Add(SlotKeys.SlotId(hold.Centre, hold.Plan, hold.Date, place.Start, SlotKeys.ItemLane(hold.Item)), -1);
            }
        }
    }

    /// <summary>Who waits comes first: a place just freed is not shown to others.</summary>
    public void AddWaiting(WaitlistEntry entry) => _waiting[(entry.Date, entry.Start)] = _waiting.GetValueOrDefault((entry.Date, entry.Start)) + 1;

    public FreeDay On(LocalDate date)
    {
        var day = table.On(plan, date);
        if (_last is not { } last)
        {
            return new(date, FreeDayStatus.NotConfigured, day.Day.Reason, []);
        }

        if (day.Day.Status == CentreDayStatus.NotAnnounced)
        {
            return new(date, FreeDayStatus.NotAnnounced, null, []);
        }

        if (date < _today || date > last)
        {
            return new(date, FreeDayStatus.OutsideWindow, day.Day.Reason, []);
        }

        if (day.Slots.Count == 0)
        {
            return new(date, FreeDayStatus.Closed, day.Day.Reason, []);
        }

        var slots = new List<FreeSlot>(day.Slots.Count);
        var anywhere = _waiting.GetValueOrDefault((date, null));
        foreach (var slot in day.Slots)
        {
            if (date.At(slot.Start) >= _soonest && day.InARow(slot.Start, item.SlotsInARow) is { } row)
            {
                var free = row.Min(part => FreeIn(date, part)) - anywhere - _waiting.GetValueOrDefault((date, slot.Start));
                slots.Add(new(slot.Start, row[^1].End, Math.Max(0, free)));
            }
        }

        return new(date, FreeDayStatus.Open, day.Day.Reason, slots);
    }

    private int FreeIn(LocalDate date, SlotSpec slot)
    {
        var free = Math.Max(0, slot.OpenPlaces - _taken.GetValueOrDefault(slot.OpenId));
        if (quota is not null)
        {
            free += Math.Max(0, SlotTable.PlacesOf(plan, slot, quota) - _taken.GetValueOrDefault(Id(quota)));
        }

        if (_countsItem)
        {
            var lane = SlotKeys.ItemLane(item.Id);
            free = Math.Min(free, Math.Max(0, SlotTable.PlacesOf(plan, slot, lane) - _taken.GetValueOrDefault(Id(lane))));
        }

        return free;

        Guid Id(string lane) => SlotKeys.SlotId(table.Centre.Id, plan.Code, date, slot.Start, lane);
    }
}
