namespace NewCitizen.Checklists;

/// <summary>The checklists of a host (清单模板集). None unless a host sets them.</summary>
/// <param name="templates">The templates.</param>
public sealed class ChecklistTemplates(IReadOnlyList<ChecklistTemplate> templates)
{
    /// <summary>No checklists.</summary>
    public static ChecklistTemplates None { get; } = new([]);

    /// <summary>All of them.</summary>
    public IReadOnlyList<ChecklistTemplate> All => templates;

    /// <summary>The list of a code; null if there is none.</summary>
    public ChecklistTemplate? Find(string code) => templates.FirstOrDefault(template => string.Equals(template.Code, code, StringComparison.Ordinal));
}
