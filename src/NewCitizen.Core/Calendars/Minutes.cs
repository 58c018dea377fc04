using NodaTime;

namespace NewCitizen.Calendars;

/// <summary>A period in minutes (分钟), by day and night and on every day, such as the 15 minutes for an urgent 12345 ticket.</summary>
/// <param name="Count">Number of minutes, from 0.</param>
public readonly record struct Minutes(int Count) : ITimeLimit
{
    /// <summary>The number, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Count { get; } = Count >= 0 ? Count : throw new ArgumentOutOfRangeException(nameof(Count), Count, "A period cannot be negative.");

    /// <summary>When the period that begins at an instant ends.</summary>
    public DeadlineAnswer After(Instant start) =>
        DeadlineAnswer.At(start + Duration.FromMinutes(Count));

    /// <inheritdoc/>
    public DeadlineAnswer After(Instant start, WorkCalendar calendar) => After(start);
}
