using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Queues;

/// <summary>When tickets are given, and why not.</summary>
internal static class TicketHours
{
    private static readonly LocalTimePattern s_time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Null while tickets are given: from somewhat before the first door opens to somewhat before the last closes, breaks included.</summary>
    public static Issue? Closed(ServiceCentre centre, QueueSetup setup, WorkCalendar calendar, Instant now)
    {
        var day = centre.On(ShanghaiTime.DateOf(now), calendar);
        switch (day.Status)
        {
            case CentreDayStatus.NotAnnounced:
                return new(QueueErrors.NotAnnounced, default, [$"{day.Date.Year}"]);
            case CentreDayStatus.Closed:
                return new(QueueErrors.ClosedToday, default, [day.Reason ?? string.Empty]);
            default:
                var (from, until) = (At(day.Date, day.Periods[0].From) - setup.TicketsBefore, At(day.Date, day.Periods[^1].Until) - setup.LastTicketBefore);
                return now < from ? new(QueueErrors.TooEarly, default, [Print(from)])
                    : now >= until ? new(QueueErrors.TooLate, default, [Print(until)])
                    : null;
        }
    }

    public static Instant At(LocalDate day, LocalTime time) => day.At(time).InZoneLeniently(ShanghaiTime.Zone).ToInstant();

    private static string Print(Instant at) => s_time.Format(at.InZone(ShanghaiTime.Zone).TimeOfDay);
}
