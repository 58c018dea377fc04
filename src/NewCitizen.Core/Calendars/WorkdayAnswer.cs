using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace NewCitizen.Calendars;

/// <summary>A day found by counting workdays, or the year whose holidays would have to be known first (尚未公布). Never a guess.</summary>
public readonly record struct WorkdayAnswer
{
    private WorkdayAnswer(LocalDate? date, int? notAnnounced)
    {
        Date = date;
        NotAnnouncedYear = notAnnounced;
    }

    /// <summary>The day; <see langword="null"/> if a needed year is not announced.</summary>
    public LocalDate? Date { get; }

    /// <summary>The first year met whose holidays are not announced; <see langword="null"/> if there is a day.</summary>
    public int? NotAnnouncedYear { get; }

    /// <summary>An answer with a day.</summary>
    public static WorkdayAnswer On(LocalDate date) => new(date, null);

    /// <summary>The answer that a year is missing.</summary>
    public static WorkdayAnswer NotAnnounced(int year) => new(null, year);

    /// <summary>The day, if there is one.</summary>
    public bool TryGetDate([NotNullWhen(true)] out LocalDate? date)
    {
        date = Date;
        return date is not null;
    }

    /// <summary>The day as yyyy-MM-dd, or <c>NotAnnounced(2027)</c>.</summary>
    public override string ToString() => Date is { } date
        ? date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"NotAnnounced({NotAnnouncedYear})");
}
