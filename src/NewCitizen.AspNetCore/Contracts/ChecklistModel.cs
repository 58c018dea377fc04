using NewCitizen.Checklists;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A configured checklist (清单模板).</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name in Chinese.</param>
/// <param name="EnglishName">Name in English.</param>
/// <param name="Source">What it rests on.</param>
/// <param name="Subject"><c>person</c> or <c>home</c>.</param>
/// <param name="Items">Its items.</param>
public sealed record ChecklistModel(string Code, string Name, string? EnglishName, string? Source, string Subject, IReadOnlyList<ChecklistItemModel> Items)
{
    internal static ChecklistModel Of(ChecklistTemplate template) => new(
        template.Code,
        template.Name,
        template.EnglishName,
        template.Source,
        WireName.Of(template.Subject),
        [.. template.Items.Select(item => new ChecklistItemModel(item.Code, item.Name, item.EnglishName, item.Hint))]);
}
