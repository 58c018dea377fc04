using NewCitizen.Calendars;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Permits;

/// <summary>One event of a <see cref="PermitLifeFile"/> (事件). Either a day or an instant.</summary>
public sealed record PermitLifeFileEvent
{
    /// <summary>The day in Asia/Shanghai.</summary>
    public LocalDate? On { get; init; }

    /// <summary>The instant in UTC, such as <c>2026-01-31T16:00:00Z</c>; the day it falls on in Asia/Shanghai counts.</summary>
    public string? At { get; init; }

    /// <summary>What was done: a <see cref="PermitAct"/> with small first letter, such as <c>issue</c>.</summary>
    public required string Act { get; init; }

    /// <summary>With <c>issue</c>: the day the years count from, where it is not the day of issue.</summary>
    public LocalDate? YearsFrom { get; init; }

    internal PermitEvent? ToEvent()
    {
        var day = On;
        if (At is not null)
        {
            day = day is null && InstantPattern.ExtendedIso.Parse(At).TryGetValue(default, out var instant) ? ShanghaiTime.DateOf(instant) : null;
        }

        return day is { } on && char.IsAsciiLetterLower(Act.FirstOrDefault()) && Enum.TryParse<PermitAct>(Act, ignoreCase: true, out var act) && act != PermitAct.Lapse
            ? new(on, act, YearsFrom)
            : null;
    }
}
