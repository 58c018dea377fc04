using NodaTime;

namespace NewCitizen.Calendars;

/// <summary>A period in hours (小时), by day and night and on every day, such as the 24 hours for foreigners (出境入境管理法 Art. 39).</summary>
/// <param name="Count">Number of hours, from 0.</param>
public readonly record struct Hours(int Count) : ITimeLimit
{
    /// <summary>The number, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Count { get; } = Count >= 0 ? Count : throw new ArgumentOutOfRangeException(nameof(Count), Count, "A period cannot be negative.");

    /// <summary>When the period that begins at an instant ends.</summary>
    public DeadlineAnswer After(Instant start) =>
        DeadlineAnswer.At(start + Duration.FromHours(Count));

    /// <inheritdoc/>
    public DeadlineAnswer After(Instant start, WorkCalendar calendar) => After(start);
}
