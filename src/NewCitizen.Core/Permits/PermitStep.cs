using NewCitizen.Calendars;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>One line of a permit's history (办理记录).</summary>
/// <param name="At">When.</param>
/// <param name="Act">What was done.</param>
/// <param name="Actor">Account that did it; not a name.</param>
public sealed record PermitStep(Instant At, PermitAct Act, string Actor)
{
    /// <summary>Why, where the act needs a reason. May name the person: stored encrypted, never printed.</summary>
    public string? Reason { get; init; }

    /// <summary>With <see cref="PermitAct.Issue"/>: the day the years count from, where it is not the day of issue.</summary>
    public LocalDate? YearsFrom { get; init; }

    /// <summary>With <see cref="PermitAct.Cancel"/>: why.</summary>
    public PermitCancelReason? CancelReason { get; init; }

    /// <summary>The day in Asia/Shanghai: the law counts days, and they end at midnight there.</summary>
    public LocalDate On => ShanghaiTime.DateOf(At);

    /// <summary>The step as a dated event.</summary>
    public PermitEvent ToEvent() => new(On, Act, YearsFrom, CancelReason);

    /// <summary>Time and act only.</summary>
    public override string ToString() => $"{At} {Act}";
}
