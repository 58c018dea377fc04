using NewCitizen.Calendars;
using NewCitizen.Divisions;
using NodaTime;

namespace NewCitizen.Collection.Rules;

/// <summary>How long a city gives for a report for which the law names no time (申报期限设置).</summary>
/// <param name="Rule">Code of the rule, such as <c>duty.landlord-reports-occupants</c>.</param>
/// <param name="Division">Where it holds, with everything below.</param>
/// <param name="Since">First day it holds.</param>
/// <param name="Until">First day it no longer holds; null while it does.</param>
/// <param name="Within">The time; counted from the day of moving in, or of the end.</param>
/// <param name="Source">What the city set it by, such as the number of a notice.</param>
public sealed record DutyPolicy(string Rule, DivisionCode Division, LocalDate Since, LocalDate? Until, ITimeLimit Within, string Source);
