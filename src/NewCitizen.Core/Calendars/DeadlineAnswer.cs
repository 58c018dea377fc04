using System.Globalization;
using NodaTime;

namespace NewCitizen.Calendars;

/// <summary>When a period ends, or the year whose holidays would have to be known first (届满时间). Never a guess.</summary>
public readonly record struct DeadlineAnswer
{
    private DeadlineAnswer(Instant? expires, LocalDate? lastDay, int? notAnnouncedYear)
    {
        Expires = expires;
        LastDay = lastDay;
        NotAnnouncedYear = notAnnouncedYear;
    }

    /// <summary>The first instant at which the period is over: 24:00 in Asia/Shanghai of the last day for periods in days.</summary>
    public Instant? Expires { get; }

    /// <summary>The last day of the period in Asia/Shanghai; for hours and minutes the day the end falls on.</summary>
    public LocalDate? LastDay { get; }

    /// <summary>The first year met whose holidays are not announced; <see langword="null"/> if there is an end.</summary>
    public int? NotAnnouncedYear { get; }

    /// <summary>Whether an end could be computed.</summary>
    public bool IsKnown => Expires is not null;

    /// <summary>A period that runs to the end of a day.</summary>
    public static DeadlineAnswer EndOf(LocalDate lastDay) => new(ShanghaiTime.EndOfDay(lastDay), lastDay, null);

    /// <summary>A period that ends at an instant.</summary>
    public static DeadlineAnswer At(Instant instant) => new(instant, ShanghaiTime.DateOf(instant), null);

    /// <summary>The answer that a year is missing.</summary>
    public static DeadlineAnswer NotAnnounced(int year) => new(null, null, year);

    /// <summary>A period that runs to the end of a counted workday, or the missing year.</summary>
    public static DeadlineAnswer EndOf(WorkdayAnswer answer) => answer.Date is { } date ? EndOf(date) : NotAnnounced(answer.NotAnnouncedYear ?? 0);

    /// <summary>Whether the period is over at <paramref name="instant"/>; <see langword="null"/> if the end is not known.</summary>
    public bool? IsOver(Instant instant) => Expires is { } expires ? instant >= expires : null;

    /// <summary>The last day as yyyy-MM-dd, or <c>NotAnnounced(2027)</c>.</summary>
    public override string ToString() => LastDay is { } day
        ? day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"NotAnnounced({NotAnnouncedYear})");
}
