using NewCitizen.Storage;

namespace NewCitizen.Checklists;

/// <summary>How far a person's or home's checklist is (清单进度).</summary>
public sealed record ChecklistProgress
{
    /// <summary>State that was read; default while nothing was ticked.</summary>
    public Revision Revision { get; init; }

    /// <summary>Code of the list.</summary>
    public required string Template { get; init; }

    /// <summary>What it is about.</summary>
    public required ChecklistSubject Subject { get; init; }

    /// <summary>Id of the person's file or the home.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Items that are done, in the order they were ticked; some may no longer be in the list.</summary>
    public IReadOnlyList<ChecklistTick> Done { get; init; } = [];

    /// <summary>The tick of an item; null while it is not done.</summary>
    public ChecklistTick? Find(string item) => Done.FirstOrDefault(tick => string.Equals(tick.Item, item, StringComparison.Ordinal));

    /// <summary>Items of the list that are not done yet, in its order.</summary>
    /// <param name="template">The list as it is now.</param>
    public IReadOnlyList<ChecklistItem> Missing(ChecklistTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return [.. template.Items.Where(item => Find(item.Code) is null)];
    }

    /// <summary>List and number of items done.</summary>
    public override string ToString() => $"{Template}: {Done.Count}";
}
