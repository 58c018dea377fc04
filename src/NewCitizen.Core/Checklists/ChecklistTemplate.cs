namespace NewCitizen.Checklists;

/// <summary>
/// A checklist as configured (清单模板), such as a city's "六个一". What such a list holds is the city's to say: the SDK ships none.
/// </summary>
/// <param name="Code">Code, unique in the host: 1 to 40 lower-case letters, digits or hyphens.</param>
/// <param name="Name">Name in Chinese.</param>
/// <param name="EnglishName">Name in English; null where none is given.</param>
/// <param name="Source">What it rests on, such as a notice; null where none is given.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Items">Its items in their order; at least one.</param>
public sealed record ChecklistTemplate(string Code, string Name, string? EnglishName, string? Source, ChecklistSubject Subject, IReadOnlyList<ChecklistItem> Items)
{
    /// <summary>The item of a code; null if there is none.</summary>
    public ChecklistItem? Find(string code) => Items.FirstOrDefault(item => string.Equals(item.Code, code, StringComparison.Ordinal));

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
