namespace NewCitizen.Storage.Sqlite.Tests.Processes;

/// <summary>The kinds that the writing processes use: visitors take seats of a slot.</summary>
internal static class HostKinds
{
    public static RecordKind Slot { get; } = new(
        "slot",
        "A slot with seats.",
        [new("taken", FieldType.Integer, "Seats taken.")],
        []);

    public static RecordKind Visitor { get; } = new(
        "visitor",
        "Somebody with a seat.",
        [
            new("code", FieldType.Text, "Unique code."),
            new("tags", FieldType.Text, "Some tags to look up.", Multiple: true),
            new("day", FieldType.Date, "Day of the visit."),
        ],
        [new("code", IndexType.Unique), new("tags", IndexType.Lookup), new("day", IndexType.Ordered)]);

    public static IReadOnlyList<RecordKind> All { get; } = [Slot, Visitor];

    public static Guid SlotId { get; } = new("00000000-0000-0000-0000-000000000001");
}
