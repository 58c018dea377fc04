using NewCitizen.Centres;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>The slots a plan gives out on a day.</summary>
internal sealed class SlotDay
{
    private readonly Dictionary<LocalTime, int> _byStart;

    public SlotDay(CentreDay day, IReadOnlyList<SlotSpec> slots)
    {
        Day = day;
        Slots = slots;
        _byStart = slots.Select((slot, i) => (slot.Start, i)).ToDictionary(pair => pair.Start, pair => pair.i);
    }

    public CentreDay Day { get; }

    public IReadOnlyList<SlotSpec> Slots { get; }

    public SlotSpec? Find(LocalTime start) => _byStart.TryGetValue(start, out var i) ? Slots[i] : null;

    /// <summary>Slots in a row from a start; null if there are not that many without a break.</summary>
    public IReadOnlyList<SlotSpec>? InARow(LocalTime start, int count)
    {
        if (!_byStart.TryGetValue(start, out var first) || first + count > Slots.Count)
        {
            return null;
        }

        if (count == 1)
        {
            return [Slots[first]];
        }

        var row = new List<SlotSpec>(count);
        for (var i = first; i < first + count; i++)
        {
            if (i > first && Slots[i].Start != Slots[i - 1].End)
            {
                return null;
            }

            row.Add(Slots[i]);
        }

        return row;
    }
}
