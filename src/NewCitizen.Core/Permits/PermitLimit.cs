using NewCitizen.Calendars;
using NewCitizen.Divisions;
using NewCitizen.Permits.Rules;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits;

/// <summary>
/// The limit of an issue (制发期限) in calendar days from acceptance, the day itself not counted: 15, by a local measure at most 30 (第九条).
/// A day off does not move the end: the regulation binds the office, and counts days, not working days.
/// </summary>
public static class PermitLimit
{
    /// <summary>15 calendar days.</summary>
    public static CalendarDays Usual { get; } = new(15);

    /// <summary>The most a local measure may give: 30 calendar days.</summary>
    public static CalendarDays Longest { get; } = new(30);

    /// <summary>The last day of the limit of an application; null before acceptance, or if it was extended where nothing is configured.</summary>
    /// <param name="standing">The application.</param>
    /// <param name="extendedDays">What the city gives special cases; null if nothing is configured.</param>
    public static LocalDate? LastDay(PermitStanding standing, int? extendedDays)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing.AcceptedOn is not { } accepted ? null
            : !standing.IsExtended ? Usual.After(accepted, WorkCalendar.Default).LastDay
            : extendedDays is { } days ? new CalendarDays(days).After(accepted, WorkCalendar.Default).LastDay
            : null;
    }

    /// <summary>The last day of the stage an application is in: in Tianjin 5 days to sign off and 10 to make and issue; null elsewhere and in special cases.</summary>
    /// <param name="standing">The application.</param>
    /// <param name="place">Division of the office.</param>
    public static LocalDate? StageLastDay(PermitStanding standing, DivisionCode place)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing.IsExtended || !LegalRule.Covers(TianjinPermit.City, place) ? null : standing.State switch
        {
            PermitState.Accepted => SignOffRule.Days.After(standing.AcceptedOn!.Value, WorkCalendar.Default).LastDay,
            PermitState.SignedOff => PoliceStageRule.Days.After(standing.SignedOffOn!.Value, WorkCalendar.Default).LastDay,
            _ => null,
        };
    }
}
