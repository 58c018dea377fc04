using NewCitizen.Storage;

namespace NewCitizen.Checklists;

/// <summary>How progress of checklists is stored.</summary>
public static class ChecklistKinds
{
    internal const string Template = "template_code";
    internal const string SubjectKind = "subject_kind";
    internal const string SubjectId = "subject_id";
    internal const string DoneCount = "done_count";
    internal const string LastOn = "last_on";

    /// <summary>Progress (清单进度).</summary>
    public static RecordKind Progress { get; } = new(
        "checklist_progress",
        "清单进度: which items of a person's or home's checklist are done",
        [
            new(Template, FieldType.Text, "code of the list"),
            new(SubjectKind, FieldType.Text, "person or home"),
            new(SubjectId, FieldType.Bytes, "id of the person's file or the home"),
            new(DoneCount, FieldType.Integer, "how many items are done"),
            new(LastOn, FieldType.Date, "day of the last entry; retention counts from here"),
        ],
        [new(Template, IndexType.Lookup), new(SubjectId, IndexType.Lookup), new(LastOn, IndexType.Ordered)]);
}
