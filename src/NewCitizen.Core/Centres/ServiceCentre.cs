using NewCitizen.Calendars;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Centres;

/// <summary>
/// A service hall, station or office (服务中心、服务站): hours, windows, booking plans, closures. One record, so that a booking which checks its
/// revision in the same commit cannot slip past a closure.
/// </summary>
public sealed record ServiceCentre
{
    /// <summary>Identifies the centre.</summary>
    public required ServiceCentreId Id { get; init; }

    /// <summary>State that was read; default for one that is not stored yet.</summary>
    public Revision Revision { get; init; }

    /// <summary>Short code in the agency, unique: 1 to 20 of <c>a–z</c>, <c>0–9</c> and <c>-</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Name in Chinese, 1 to 60 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Name in English; null when there is none.</summary>
    public string? EnglishName { get; init; }

    /// <summary>What kind of place.</summary>
    public required CentreKind Kind { get; init; }

    /// <summary>Address for visitors, 1 to 200 characters; null when not configured.</summary>
    public string? Address { get; init; }

    /// <summary>Telephone for the public; null when not configured.</summary>
    public string? Phone { get; init; }

    /// <summary>Ordinary hours.</summary>
    public WeeklyHours Hours { get; init; } = WeeklyHours.None;

    /// <summary>Windows.</summary>
    public IReadOnlyList<ServiceWindow> Windows { get; init; } = [];

    /// <summary>How it gives out appointments.</summary>
    public IReadOnlyList<BookingPlan> Plans { get; init; } = [];

    /// <summary>One-off closures and openings; of two that cover a day the later in the list decides.</summary>
    public IReadOnlyList<DayException> Exceptions { get; init; } = [];

    /// <summary>
    /// Codes of booking plans that were removed; kept by <see cref="CentreManager"/>, so that the slots and bookings of a plan that is gone
    /// are never taken for those of another.
    /// </summary>
    public IReadOnlyList<string> RetiredPlans { get; init; } = [];

    /// <summary>What a day is here.</summary>
    /// <param name="date">Day in Asia/Shanghai.</param>
    /// <param name="calendar">The work calendar of the moment.</param>
    public CentreDay On(LocalDate date, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var kind = calendar.GetDayKind(date);
        var exception = Exceptions.LastOrDefault(exception => exception.Covers(date));
        if (exception is not null)
        {
            return new(date, kind, exception.Open.Count > 0 ? CentreDayStatus.Open : CentreDayStatus.Closed, exception.Open, exception.Reason);
        }

        var periods = kind switch
        {
            DayKind.MakeUpWorkday => Hours.MakeUpWorkdays,
            DayKind.Workday or DayKind.RestDay => Hours.Of(date.DayOfWeek),
            _ => [],
        };
        var status = kind == DayKind.NotAnnounced ? CentreDayStatus.NotAnnounced : periods.Count > 0 ? CentreDayStatus.Open : CentreDayStatus.Closed;
        return new(date, kind, status, periods, Reason: null);
    }

    /// <summary>Who is staffed when on a day, for several questions about it.</summary>
    /// <param name="date">Day in Asia/Shanghai.</param>
    /// <param name="calendar">The work calendar of the moment.</param>
    public CentreOpening OpeningOn(LocalDate date, WorkCalendar calendar) => CentreOpening.Of(this, date, calendar);

    /// <summary>The windows that handle an item during the whole of a time. For many times of one day ask <see cref="OpeningOn"/>.</summary>
    /// <param name="item">The item.</param>
    /// <param name="date">Day in Asia/Shanghai.</param>
    /// <param name="from">First moment of the time.</param>
    /// <param name="until">First moment after it.</param>
    /// <param name="calendar">The work calendar of the moment.</param>
    public IReadOnlyList<ServiceWindow> WindowsFor(ServiceItemId item, LocalDate date, LocalTime from, LocalTime until, WorkCalendar calendar) =>
        OpeningOn(date, calendar).WindowsFor(item, from, until);

    /// <summary>The plan that gives out slots for an item; null if none does.</summary>
    public BookingPlan? PlanFor(ServiceItemId item) => Plans.FirstOrDefault(plan => plan.Items.Contains(item));

    /// <summary>The plan with a code; null if there is none.</summary>
    public BookingPlan? FindPlan(string code) => Plans.FirstOrDefault(plan => string.Equals(plan.Code, code, StringComparison.Ordinal));

    /// <summary>The window with a label; null if there is none.</summary>
    public ServiceWindow? FindWindow(string code) => Windows.FirstOrDefault(window => string.Equals(window.Code, code, StringComparison.Ordinal));

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
