using NewCitizen.Calendars;

namespace NewCitizen.Inspections;

/// <summary>A line of the hazard board (隐患看板).</summary>
/// <param name="Hazard">The hazard.</param>
/// <param name="Due">Last day to put it right; null while nobody was told or once it was put right.</param>
/// <param name="IsOverdue">Whether that day is over; null if that cannot be said because a year is not announced.</param>
/// <param name="Escalation">How far it is to be escalated by now.</param>
public sealed record HazardLine(Hazard Hazard, DeadlineAnswer? Due, bool? IsOverdue, EscalationAnswer Escalation);
