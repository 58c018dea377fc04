using NewCitizen.Calendars;
using NewCitizen.Queues;
using NodaTime;

namespace Portal.Hall;

/// <summary>Figures of a hall's day out of its tickets.</summary>
public static class HallDayFigures
{
    /// <summary>Load and waits by the hour in which the tickets were taken, from the first to the last, empty hours in between included.</summary>
    public static IReadOnlyList<HourFigure> ByHour(IEnumerable<QueueTicket> tickets)
    {
        var hours = tickets.GroupBy(ticket => ticket.TakenAt.InZone(ShanghaiTime.Zone).Hour).ToDictionary(hour => hour.Key, hour => hour.ToList());
        if (hours.Count == 0)
        {
            return [];
        }

        var (first, last) = (hours.Keys.Min(), hours.Keys.Max());
        return [.. Enumerable.Range(first, last - first + 1).Select(hour => Figure(hour, hours.GetValueOrDefault(hour) ?? []))];
    }

    private static HourFigure Figure(int hour, List<QueueTicket> tickets)
    {
        var waits = tickets.Where(ticket => ticket.CalledAt is not null).Select(ticket => ticket.CalledAt!.Value - ticket.TakenAt).Order().ToList();
        return new HourFigure(hour, tickets.Count, waits.Count, waits.Count == 0 ? null : (int)Math.Round(Median(waits).TotalMinutes), waits.Count == 0 ? null : (int)Math.Round(waits[^1].TotalMinutes));
    }

    private static Duration Median(List<Duration> ordered) => ordered.Count % 2 == 1 ? ordered[ordered.Count / 2] : (ordered[(ordered.Count / 2) - 1] + ordered[ordered.Count / 2]) / 2;
}
