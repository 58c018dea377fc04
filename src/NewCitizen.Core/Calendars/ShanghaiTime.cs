using NodaTime;

namespace NewCitizen.Calendars;

/// <summary>Time as the law here counts it: days in Asia/Shanghai, UTC+8 all year since 1992 (北京时间).</summary>
public static class ShanghaiTime
{
    /// <summary>The zone Asia/Shanghai, with its summer times of 1986 to 1991.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>Today in Asia/Shanghai.</summary>
    public static LocalDate Today(IClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return DateOf(clock.GetCurrentInstant());
    }

    /// <summary>The day an instant falls on.</summary>
    public static LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;

    /// <summary>The first instant of a day.</summary>
    public static Instant StartOfDay(LocalDate date) => Zone.AtStartOfDay(date).ToInstant();

    /// <summary>The first instant after a day: 24:00 of it (民法典 Art. 203).</summary>
    public static Instant EndOfDay(LocalDate date) => StartOfDay(date.PlusDays(1));
}
