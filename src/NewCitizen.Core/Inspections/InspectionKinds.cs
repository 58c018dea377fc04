using NewCitizen.Storage;

namespace NewCitizen.Inspections;

/// <summary>How inspections, hazards and photos are stored.</summary>
public static class InspectionKinds
{
    internal const string Home = "property_id";
    internal const string OpenKey = "open_inspection";
    internal const string OpenUntil = "open_until";
    internal const string DoneOn = "done_on";
    internal const string State = "state";
    internal const string FoundOn = "found_on";
    internal const string ClosedOn = "closed_on";
    internal const string InspectionId = "inspection_id";
    internal const string Slot = "photo_slot";
    internal const string AddedOn = "added_on";

    /// <summary>Inspections (检查).</summary>
    public static RecordKind Inspection { get; } = new(
        "inspection",
        "检查: a visit to a home with a checklist",
        [
            new(Home, FieldType.Bytes, "id of the rental property"),
            new(OpenKey, FieldType.Text, "property and checklist while it is to be done; unique, so a home has one"),
            new(OpenUntil, FieldType.Date, "day by which it is to be done, null once it is"),
            new(DoneOn, FieldType.Date, "day it was done"),
        ],
        [new(Home, IndexType.Lookup), new(OpenKey, IndexType.Unique), new(OpenUntil, IndexType.Ordered), new(DoneOn, IndexType.Ordered)]);

    /// <summary>Hazards (隐患).</summary>
    public static RecordKind Hazard { get; } = new(
        "hazard",
        "隐患: something dangerous in a home, until it is closed",
        [
            new(Home, FieldType.Bytes, "id of the rental property"),
            new(State, FieldType.Text, "Found, Noticed, Corrected or Closed"),
            new(FoundOn, FieldType.Date, "day it was found"),
            new(ClosedOn, FieldType.Date, "day it was closed, null before"),
        ],
        [new(Home, IndexType.Lookup), new(State, IndexType.Lookup), new(FoundOn, IndexType.Ordered), new(ClosedOn, IndexType.Ordered)]);

    /// <summary>Photos (检查照片).</summary>
    public static RecordKind Photo { get; } = new(
        "inspection_photo",
        "检查照片: a photo of an inspection without metadata, encrypted",
        [
            new(InspectionId, FieldType.Bytes, "id of the inspection"),
            new(Slot, FieldType.Text, "inspection and a number from 1 to the limit; unique, so no inspection has more"),
            new(AddedOn, FieldType.Date, "day it came in"),
        ],
        [new(InspectionId, IndexType.Lookup), new(Slot, IndexType.Unique), new(AddedOn, IndexType.Ordered)]);
}
