using NodaTime;

namespace NewCitizen.Calendars;

/// <summary>One break (假期), weekends inside it included.</summary>
/// <param name="Name">Chinese name, such as 春节.</param>
/// <param name="EnglishName">English name, where given.</param>
/// <param name="First">First day off.</param>
/// <param name="Last">Last day off.</param>
public sealed record Holiday(string Name, string? EnglishName, LocalDate First, LocalDate Last);
