using System.Diagnostics;
using NodaTime;

namespace Portal.Seeding;

/// <summary>
/// The clock of a demonstration: begins at a stated moment (<c>--demo-now 2026-11-23T10:20</c>, Asia/Shanghai) or at the real one, goes on as every clock
/// does, and can be set back while a day is played before the first request.
/// </summary>
internal sealed class DemoClock(Instant? start) : IClock
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private Instant? _set;

    public Instant GetCurrentInstant() => _set ?? (start is { } from ? from + Duration.FromTimeSpan(Stopwatch.GetElapsedTime(_began)) : SystemClock.Instance.GetCurrentInstant());

    /// <summary>Sets the hands; null lets them go on from the present.</summary>
    public void Set(Instant? now) => _set = now;

    /// <summary>Reads the moment a demonstration begins; null for the real one.</summary>
    public static Instant? Start(string? text) => string.IsNullOrEmpty(text)
        ? null
        : NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(text.Length == 16 ? text + ":00" : text).Value.InZoneLeniently(NewCitizen.Calendars.ShanghaiTime.Zone).ToInstant();
}
