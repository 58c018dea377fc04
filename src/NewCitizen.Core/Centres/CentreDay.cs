using NewCitizen.Calendars;
using NodaTime;

namespace NewCitizen.Centres;

/// <summary>What a day is at a place: open or not, when, and why (当日开放情况).</summary>
/// <param name="Date">The day, in Asia/Shanghai.</param>
/// <param name="Kind">What the work calendar says of it.</param>
/// <param name="Status">Whether the place is open.</param>
/// <param name="Periods">When; empty unless open.</param>
/// <param name="Reason">Reason of the exception that decided; null when the week and the holidays did.</param>
public sealed record CentreDay(LocalDate Date, DayKind Kind, CentreDayStatus Status, IReadOnlyList<OpenPeriod> Periods, string? Reason);
