namespace NewCitizen.Checklists;

/// <summary>One item of a checklist (清单项目).</summary>
/// <param name="Code">Code, unique in the list: 1 to 40 lower-case letters, digits or hyphens.</param>
/// <param name="Name">Name in Chinese.</param>
/// <param name="EnglishName">Name in English; null where none is given.</param>
/// <param name="Hint">What to do; null where none is given.</param>
public sealed record ChecklistItem(string Code, string Name, string? EnglishName, string? Hint);
