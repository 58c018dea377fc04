using NewCitizen.Calendars;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Centres;

/// <summary>
/// Who is staffed when at a centre on one day (当日值班). Shifts speak of the days the week opens; on a day that only an exception opens no
/// shift was ever planned, so all windows are staffed in its periods. Pure and immutable.
/// </summary>
public sealed class CentreOpening
{
    private readonly ServiceCentre _centre;
    private readonly IReadOnlyList<OpenPeriod>[] _staffed;

    private CentreOpening(ServiceCentre centre, CentreDay day, IReadOnlyList<OpenPeriod>[] staffed)
    {
        _centre = centre;
        Day = day;
        _staffed = staffed;
    }

    /// <summary>What the day is.</summary>
    public CentreDay Day { get; }

    /// <summary>Computes a day.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="date">Day in Asia/Shanghai.</param>
    /// <param name="calendar">The work calendar of the moment.</param>
    public static CentreOpening Of(ServiceCentre centre, LocalDate date, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(centre);
        var day = centre.On(date, calendar);
        var planned = Of(centre.Hours, day).Count > 0;
        var staffed = new IReadOnlyList<OpenPeriod>[centre.Windows.Count];
        for (var i = 0; i < staffed.Length; i++)
        {
            staffed[i] = centre.Windows[i].Shifts is { } shifts && planned ? Both(day.Periods, Of(shifts, day)) : day.Periods;
        }

        return new(centre, day, staffed);
    }

    /// <summary>When a window is staffed; empty if it is not, or if the centre has no such window.</summary>
    /// <param name="window">Label of the window.</param>
    public IReadOnlyList<OpenPeriod> StaffedPeriods(string window)
    {
        for (var i = 0; i < _staffed.Length; i++)
        {
            if (string.Equals(_centre.Windows[i].Code, window, StringComparison.Ordinal))
            {
                return _staffed[i];
            }
        }

        return [];
    }

    /// <summary>The windows that handle an item and are staffed during the whole of a time, in the order of the centre's list.</summary>
    /// <param name="item">The item.</param>
    /// <param name="from">First moment of the time.</param>
    /// <param name="until">First moment after it.</param>
    public IReadOnlyList<ServiceWindow> WindowsFor(ServiceItemId item, LocalTime from, LocalTime until)
    {
        var found = new List<ServiceWindow>();
        for (var i = 0; i < _staffed.Length; i++)
        {
            if (_centre.Windows[i].Items.Contains(item) && Covers(_staffed[i], from, until))
            {
                found.Add(_centre.Windows[i]);
            }
        }

        return found;
    }

    /// <summary>
    /// Places of a slot of a plan (每时段名额): those the plan states, or as many as windows that handle one of its items are staffed during the
    /// whole of it. 0 outside the open periods.
    /// </summary>
    /// <param name="plan">A plan of this centre.</param>
    /// <param name="from">Start of the slot.</param>
    /// <param name="until">End of the slot.</param>
    public int PlacesOf(BookingPlan plan, LocalTime from, LocalTime until)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (!Covers(Day.Periods, from, until))
        {
            return 0;
        }

        if (plan.PlacesPerSlot is { } places)
        {
            return places;
        }

        var windows = 0;
        for (var i = 0; i < _staffed.Length; i++)
        {
            windows += Handles(_centre.Windows[i], plan) && Covers(_staffed[i], from, until) ? 1 : 0;
        }

        return windows;
    }

    /// <summary>
    /// The slots of a plan on the day (时段), in order: from the start of each open period, a rest too short for a slot left out; none unless the
    /// day is open, and none on a day of the week on which the plan gives out nothing.
    /// </summary>
    /// <param name="plan">A plan of this centre.</param>
    public IReadOnlyList<OpenPeriod> SlotsOf(BookingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (Day.Status != CentreDayStatus.Open || (plan.OnlyOn.Count > 0 && !plan.OnlyOn.Contains(Day.Date.DayOfWeek)))
        {
            return [];
        }

        var slots = new List<OpenPeriod>();
        var length = plan.SlotMinutes * NodaConstants.TicksPerMinute;
        foreach (var period in Day.Periods)
        {
            // Counted in ticks of the day: a time of day that goes past midnight would begin again at 00:00.
            for (var at = period.From.TickOfDay; at + length <= period.Until.TickOfDay; at += length)
            {
                slots.Add(new(LocalTime.FromTicksSinceMidnight(at), LocalTime.FromTicksSinceMidnight(at + length)));
            }
        }

        return slots;
    }

    internal static bool Handles(ServiceWindow window, BookingPlan plan)
    {
        foreach (var item in window.Items)
        {
            if (plan.Items.Contains(item))
            {
                return true;
            }
        }

        return false;
    }

    private static IReadOnlyList<OpenPeriod> Of(WeeklyHours hours, CentreDay day) => day.Kind switch
    {
        DayKind.MakeUpWorkday => hours.MakeUpWorkdays,
        DayKind.Workday or DayKind.RestDay => hours.Of(day.Date.DayOfWeek),
        _ => [],
    };

    private static bool Covers(IReadOnlyList<OpenPeriod> periods, LocalTime from, LocalTime until)
    {
        for (var i = 0; i < periods.Count; i++)
        {
            if (periods[i].Covers(from, until))
            {
                return true;
            }
        }

        return false;
    }

    private static List<OpenPeriod> Both(IReadOnlyList<OpenPeriod> open, IReadOnlyList<OpenPeriod> shifts)
    {
        var both = new List<OpenPeriod>();
        foreach (var period in open)
        {
            foreach (var shift in shifts)
            {
                var (from, until) = (LocalTime.Max(period.From, shift.From), LocalTime.Min(period.Until, shift.Until));
                if (from < until)
                {
                    both.Add(new(from, until));
                }
            }
        }

        return both;
    }
}
