using NewCitizen.Centres;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>
/// The counters of a plan's day while something is decided, and the writes that follow. What was read may be stale: every place is taken by an
/// increment that the store refuses beyond the places of the slot, so a stale look costs another round, never a seat.
/// </summary>
internal sealed class DayLedger(ServiceCentreId centre, string planCode, LocalDate date, BookingPlan? plan, SlotDay? day)
{
    private readonly Dictionary<Guid, SlotCounter> _counters = [];
    private readonly List<(SlotCounter Counter, int Delta)> _moves = [];

    public bool HasMoves => _moves.Count > 0;

    public IEnumerable<Guid> Touched => _moves.Select(move => move.Counter.Id);

    /// <summary>Takes over what the store holds.</summary>
    public void Load(IEnumerable<StoredRecord?> records)
    {
        foreach (var record in records.OfType<StoredRecord>())
        {
            var lane = record[AppointmentKinds.SlotKey].AsText().Split('/') is [.., var clock, var last] ? new SlotPlace(new(Digits(clock, 0), Digits(clock, 3)), last) : default;
            var counter = Counter(lane.Start, lane.Lane);
            counter.Taken = record[AppointmentKinds.Taken].AsInteger();
            counter.Version = record.Version;
            counter.Exists = true;
        }
    }

    public SlotCounter Counter(LocalTime start, string lane)
    {
        var slot = day?.Find(start);
        var id = slot is not null && lane.Length == 0 ? slot.OpenId : SlotKeys.SlotId(centre, planCode, date, start, lane);
        if (!_counters.TryGetValue(id, out var counter))
        {
            var maximum = slot is null || plan is null ? 0 : SlotTable.PlacesOf(plan, slot, lane);
            _counters[id] = counter = new(SlotKeys.Slot(centre, planCode, date, start, lane), id, maximum);
        }

        return counter;
    }

    /// <summary>Gives the places of an appointment back.</summary>
    public void Release(Appointment appointment)
    {
        foreach (var place in appointment.Places)
        {
            Move(Counter(place.Start, place.Lane), -1);
            if (appointment.CountsItem)
            {
                Move(Counter(place.Start, SlotKeys.ItemLane(appointment.Item)), -1);
            }
        }
    }

    /// <summary>Takes places for an item in time order, its class's own ones first; null if one is missing as far as was read.</summary>
    public IReadOnlyList<SlotPlace>? TryTake(IReadOnlyList<SlotSpec> row, ServiceItemId item, string? quota)
    {
        if (Choose(row, item, quota) is not { } places)
        {
            return null;
        }

        Take(places, item);
        return places;
    }

    /// <summary>Which places there would be; null if one is missing.</summary>
    public IReadOnlyList<SlotPlace>? Choose(IReadOnlyList<SlotSpec> row, ServiceItemId item, string? quota)
    {
        var places = new List<SlotPlace>(row.Count);
        foreach (var slot in row)
        {
            if (CountsItem(item) && !Counter(slot.Start, SlotKeys.ItemLane(item)).IsFree)
            {
                return null;
            }

            if (quota is not null && Counter(slot.Start, quota).IsFree)
            {
                places.Add(new(slot.Start, quota));
            }
            else if (Counter(slot.Start, string.Empty).IsFree)
            {
                places.Add(new(slot.Start, string.Empty));
            }
            else
            {
                return null;
            }
        }

        return places;
    }

    /// <summary>Takes places without a look: the store will say.</summary>
    public void Take(IReadOnlyList<SlotPlace> places, ServiceItemId item)
    {
        foreach (var place in places)
        {
            Move(Counter(place.Start, place.Lane), +1);
            if (CountsItem(item))
            {
                Move(Counter(place.Start, SlotKeys.ItemLane(item)), +1);
            }
        }
    }

    public bool CountsItem(ServiceItemId item) => plan is not null && plan.ItemLimits.Any(limit => limit.Item == item);

    /// <summary>Whether anything is free for somebody.</summary>
    public bool HasFree() => day is not null && day.Slots.Any(slot => Counter(slot.Start, string.Empty).IsFree || (plan?.Quotas.Any(quota => Counter(slot.Start, quota.Code).IsFree) ?? false));

    public void Stage(WriteBatch batch)
    {
        var made = new HashSet<Guid>();
        foreach (var (counter, delta) in _moves)
        {
            if (!counter.Exists && delta > 0 && made.Add(counter.Id))
            {
                batch.Put(AppointmentKinds.Slot, counter.Id, ExpectedVersion.Missing, [FieldValue.Text(counter.Key), FieldValue.Integer(delta)], "{}"u8.ToArray());
            }
            else
            {
                batch.Increment(AppointmentKinds.Slot, counter.Id, AppointmentKinds.Taken, delta, minimum: 0, maximum: delta > 0 ? counter.Maximum : long.MaxValue);
            }
        }
    }

    private void Move(SlotCounter counter, int delta)
    {
        counter.Taken += delta;
        _moves.Add((counter, delta));
    }

    private static int Digits(string text, int at) => ((text[at] - '0') * 10) + text[at + 1] - '0';
}
