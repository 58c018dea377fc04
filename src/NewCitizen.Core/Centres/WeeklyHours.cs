using NodaTime;

namespace NewCitizen.Centres;

/// <summary>Hours of an ordinary week (每周时间表), and those of make-up workdays. Statutory holidays are closed unless an exception opens them.</summary>
public sealed record WeeklyHours
{
    /// <summary>Always closed.</summary>
    public static WeeklyHours None { get; } = new();

    /// <summary>Open periods of each day of the week, in order and apart; a day that is missing is closed.</summary>
    public IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpenPeriod>> Days { get; init; } = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpenPeriod>>();

    /// <summary>Open periods of a Saturday or Sunday made a workday (调休上班日).</summary>
    public IReadOnlyList<OpenPeriod> MakeUpWorkdays { get; init; } = [];

    /// <summary>The same hours from Monday to Friday and on make-up workdays.</summary>
    public static WeeklyHours Workdays(params IReadOnlyList<OpenPeriod> periods) => new()
    {
        Days = new[] { IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday }
            .ToDictionary(day => day, _ => periods),
        MakeUpWorkdays = periods,
    };

    /// <summary>Open periods of a day of the week.</summary>
    public IReadOnlyList<OpenPeriod> Of(IsoDayOfWeek day) => Days.TryGetValue(day, out var periods) ? periods : [];
}
