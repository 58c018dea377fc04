using NewCitizen.Agencies;
using NodaTime;

namespace NewCitizen.Maintenance;

/// <summary>How much of one rule is due in one agency.</summary>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Agency">Whose records.</param>
/// <param name="FirstKept">The first day that is kept (Shanghai).</param>
/// <param name="Due">Records whose day is before it.</param>
/// <param name="Oldest">The earliest such day; null if nothing is due.</param>
public sealed record RetentionFigure(string Rule, AgencyId Agency, LocalDate FirstKept, long Due, LocalDate? Oldest);
