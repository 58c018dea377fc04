using NewCitizen.Checklists;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>How far a person's or home's checklist is (清单进度). Notes may name people and are not told here.</summary>
/// <param name="Checklist">Code of the list.</param>
/// <param name="SubjectId">The person's file or the home.</param>
/// <param name="Done">Items that are done.</param>
/// <param name="Missing">Codes of items that are not.</param>
public sealed record ChecklistProgressModel(string Checklist, Guid SubjectId, IReadOnlyList<ChecklistTickModel> Done, IReadOnlyList<string> Missing)
{
    internal static ChecklistProgressModel Of(ChecklistProgress progress, ChecklistTemplate template) => new(
        progress.Template,
        progress.SubjectId,
        [.. progress.Done.Select(tick => new ChecklistTickModel(tick.Item, tick.At.ToDateTimeOffset(), tick.Actor))],
        [.. progress.Missing(template).Select(item => item.Code)]);
}
