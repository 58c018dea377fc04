using System.Collections.Concurrent;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>What a state of a centre gives out under a calendar. Computed once a plan and day, then remembered. Thread-safe.</summary>
internal sealed class SlotTable(ServiceCentre centre, WorkCalendar calendar)
{
    private readonly ConcurrentDictionary<(string Plan, LocalDate Date), SlotDay> _days = new();

    public ServiceCentre Centre => centre;

    public WorkCalendar Calendar => calendar;

    public SlotDay On(BookingPlan plan, LocalDate date) =>
        _days.TryGetValue((plan.Code, date), out var known) ? known : _days.GetOrAdd((plan.Code, date), Compute(plan, date));

    /// <summary>Places of a lane: open ones, those of a class, or those of a limited item.</summary>
    public static int PlacesOf(BookingPlan plan, SlotSpec slot, string lane)
    {
        if (lane.Length == 0)
        {
            return slot.OpenPlaces;
        }

        if (lane.StartsWith("item:", StringComparison.Ordinal))
        {
            return plan.ItemLimits.FirstOrDefault(limit => SlotKeys.ItemLane(limit.Item) == lane)?.Places ?? int.MaxValue;
        }

        // Where fewer windows are staffed than places are kept, the classes get them in the order of the plan.
        var left = slot.Places;
        foreach (var quota in plan.Quotas)
        {
            var own = Math.Min(left, quota.Places);
            if (string.Equals(quota.Code, lane, StringComparison.Ordinal))
            {
                return own;
            }

            left -= own;
        }

        return 0;
    }

    private SlotDay Compute(BookingPlan plan, LocalDate date)
    {
        var day = centre.On(date, calendar);
        if (day.Status != CentreDayStatus.Open || (plan.OnlyOn.Count > 0 && !plan.OnlyOn.Contains(date.DayOfWeek)))
        {
            return new(day, []);
        }

        var slots = new List<SlotSpec>();
        var kept = plan.Quotas.Sum(quota => quota.Places);
        foreach (var period in day.Periods)
        {
            var until = (long)period.Until.TickOfDay;
            for (var (start, end) = (period.From, Later(period.From)); end is { } to && to.TickOfDay <= until; (start, end) = (to, Later(to)))
            {
                var places = plan.PlacesPerSlot ?? Staffed(plan, day, start, to);
                if (places > 0)
                {
                    slots.Add(new(start, to, places, Math.Max(0, places - kept), SlotKeys.SlotId(centre.Id, plan.Code, date, start, string.Empty)));
                }
            }
        }

        return new(day, slots);

        // Null at midnight: no slot goes over it.
        LocalTime? Later(LocalTime time) => time.TickOfDay + (plan.SlotMinutes * NodaConstants.TicksPerMinute) < NodaConstants.TicksPerDay ? time.PlusMinutes(plan.SlotMinutes) : null;
    }

    private int Staffed(BookingPlan plan, CentreDay day, LocalTime from, LocalTime until)
    {
        var count = 0;
        foreach (var window in centre.Windows)
        {
            if (window.Items.Any(plan.Items.Contains) && IsStaffed(window, day, from, until))
            {
                count++;
            }
        }

        return count;
    }

    private static bool IsStaffed(ServiceWindow window, CentreDay day, LocalTime from, LocalTime until) =>
        window.Shifts is not { } shifts
        || (day.Kind == DayKind.MakeUpWorkday ? shifts.MakeUpWorkdays : shifts.Of(day.Date.DayOfWeek)).Any(shift => shift.Covers(from, until));
}
