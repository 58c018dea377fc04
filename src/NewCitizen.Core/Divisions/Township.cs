namespace NewCitizen.Divisions;

/// <summary>A subdistrict, town, township or special unit with its nine-digit code (乡级区划).</summary>
/// <param name="Code">The nine-digit code.</param>
/// <param name="Name">Name as in the statistical list.</param>
/// <param name="ShortName">The name people use, where it differs, such as 泰达街道.</param>
public sealed record Township(StatisticalDivisionCode Code, string Name, string? ShortName);
