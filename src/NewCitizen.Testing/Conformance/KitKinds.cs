using NewCitizen.Storage;

namespace NewCitizen.Testing.Conformance;

/// <summary>The kinds of record the kit works with: every field type, single and multiple, and every index type.</summary>
public static class KitKinds
{
    /// <summary>A kind with everything a declaration can say.</summary>
    public static RecordKind Every { get; } = new(
        "kit_every",
        "Conformance kit: every field type and index.",
        [
            new("label", FieldType.Text, "Ordered text."),
            new("code", FieldType.Text, "Unique text."),
            new("note", FieldType.Text, "Text without an index."),
            new("number", FieldType.Integer, "Ordered number."),
            new("seats", FieldType.Integer, "Number without an index, for increments."),
            new("day", FieldType.Date, "Ordered date."),
            new("moment", FieldType.Instant, "Ordered moment."),
            new("blob", FieldType.Bytes, "Ordered bytes."),
            new("blind", FieldType.Bytes, "Unique bytes, as a blind index is."),
            new("state", FieldType.Text, "Text to look up."),
            new("tags", FieldType.Text, "Several texts to look up.", Multiple: true),
            new("papers", FieldType.Text, "Several texts, each unique.", Multiple: true),
            new("counts", FieldType.Integer, "Several numbers to look up.", Multiple: true),
            new("days", FieldType.Date, "Several dates to look up.", Multiple: true),
            new("moments", FieldType.Instant, "Several moments to look up.", Multiple: true),
            new("prints", FieldType.Bytes, "Several byte strings, each unique.", Multiple: true),
        ],
        [
            new("label", IndexType.Ordered),
            new("label", IndexType.Lookup),
            new("code", IndexType.Unique),
            new("number", IndexType.Ordered),
            new("day", IndexType.Ordered),
            new("moment", IndexType.Ordered),
            new("blob", IndexType.Ordered),
            new("blind", IndexType.Unique),
            new("state", IndexType.Lookup),
            new("tags", IndexType.Lookup),
            new("papers", IndexType.Unique),
            new("counts", IndexType.Lookup),
            new("days", IndexType.Lookup),
            new("moments", IndexType.Lookup),
            new("prints", IndexType.Unique),
        ]);

    /// <summary>A second kind, with field names of the first one.</summary>
    public static RecordKind Other { get; } = new(
        "kit_other",
        "Conformance kit: a small kind beside the large one.",
        [new("code", FieldType.Text, "Unique text."), new("number", FieldType.Integer, "Ordered number.")],
        [new("code", IndexType.Unique), new("number", IndexType.Ordered)]);

    /// <summary>All of them; what a fixture is asked to create a store for.</summary>
    public static IReadOnlyList<RecordKind> All { get; } = [Every, Other];
}
