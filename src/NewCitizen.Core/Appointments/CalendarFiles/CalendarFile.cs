using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Appointments.CalendarFiles;

/// <summary>
/// Writes iCalendar files (RFC 5545, 5546; 日历文件 .ics): one fixed block for Asia/Shanghai with +0800 all year, as the country has had since 1992.
/// Deterministic: the same entry at the same moment gives the same bytes.
/// </summary>
public static class CalendarFile
{
    /// <summary>Content type of the file.</summary>
    public const string ContentType = "text/calendar; charset=utf-8";

    private static readonly LocalDateTimePattern s_local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern s_utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>Writes one entry: METHOD PUBLISH, or CANCEL when it no longer takes place.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="now">The moment of writing (DTSTAMP).</param>
    /// <returns>UTF-8 without a byte-order mark.</returns>
    /// <exception cref="ArgumentException">The entry ends before it begins, or its UID is empty.</exception>
    public static byte[] Write(CalendarEntry entry, Instant now)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentException.ThrowIfNullOrWhiteSpace(entry.Uid, nameof(entry));
        if (entry.End <= entry.Start)
        {
            throw new ArgumentException("The entry ends before it begins.", nameof(entry));
        }

        var lines = new CalendarLines()
            .Add("BEGIN:VCALENDAR")
            .Add("VERSION:2.0")
            .Add("PRODID:-//NewCitizen//Appointments//ZH")
            .Add("CALSCALE:GREGORIAN")
            .Add(entry.IsCancelled ? "METHOD:CANCEL" : "METHOD:PUBLISH")
            .Add("BEGIN:VTIMEZONE")
            .Add("TZID:Asia/Shanghai")
            .Add("BEGIN:STANDARD")
            .Add("DTSTART:19700101T000000")
            .Add("TZOFFSETFROM:+0800")
            .Add("TZOFFSETTO:+0800")
            .Add("TZNAME:CST")
            .Add("END:STANDARD")
            .Add("END:VTIMEZONE")
            .Add("BEGIN:VEVENT")
            .AddText("UID", entry.Uid)
            .Add($"DTSTAMP:{s_utc.Format(now)}")
            .Add(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Sequence}"))
            .Add(entry.IsCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED")
            .Add($"DTSTART;TZID=Asia/Shanghai:{s_local.Format(entry.Date.At(entry.Start))}")
            .Add($"DTEND;TZID=Asia/Shanghai:{s_local.Format(entry.Date.At(entry.End))}")
            .Add($"ORGANIZER;CN={CalendarLines.Quote(entry.Organiser)}:{entry.OrganiserUri}")
            .AddText("SUMMARY", entry.Summary)
            .AddText("LOCATION", entry.Location)
            .AddText("DESCRIPTION", entry.Description);
        if (entry.Alarm is { } ahead && ahead > Duration.Zero && !entry.IsCancelled)
        {
            lines.Add("BEGIN:VALARM")
                .Add("ACTION:DISPLAY")
                .Add(string.Create(CultureInfo.InvariantCulture, $"TRIGGER:-PT{(long)ahead.TotalMinutes}M"))
                .AddText("DESCRIPTION", string.IsNullOrEmpty(entry.Summary) ? entry.Organiser : entry.Summary)
                .Add("END:VALARM");
        }

        return lines.Add("END:VEVENT").Add("END:VCALENDAR").ToArray();
    }
}
