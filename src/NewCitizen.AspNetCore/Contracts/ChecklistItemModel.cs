namespace NewCitizen.AspNetCore.Contracts;

/// <summary>One item of a checklist (清单项目).</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name in Chinese.</param>
/// <param name="EnglishName">Name in English.</param>
/// <param name="Hint">What to do.</param>
public sealed record ChecklistItemModel(string Code, string Name, string? EnglishName, string? Hint);
