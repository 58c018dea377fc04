using NewCitizen.Storage;

namespace NewCitizen.Housing;

/// <summary>How homes, rooms, leases and stays are stored.</summary>
public static class HousingKinds
{
    internal const string Address = "address_id";
    internal const string Name = "property_name";
    internal const string PropertyId = "property_id";
    internal const string RoomKey = "room_key";
    internal const string Occupied = "occupied";
    internal const string Capacity = "capacity";
    internal const string TermUntil = "term_until";
    internal const string ResidentId = "resident_id";
    internal const string RoomId = "room_id";
    internal const string OpenBed = "open_bed";
    internal const string OpenStay = "open_stay";
    internal const string Since = "since";
    internal const string EndedOn = "ended_on";

    /// <summary>Rental properties (出租房屋).</summary>
    public static RecordKind RentalProperty { get; } = new(
        "rental_property",
        "出租房屋: a home that is let",
        [new(Address, FieldType.Bytes, "id of the standard address"), new(Name, FieldType.Text, "name of the house, null for a plain flat")],
        [new(Address, IndexType.Lookup)]);

    /// <summary>Rooms (房间).</summary>
    public static RecordKind Room { get; } = new(
        "room",
        "房间: a room of a rental property",
        [
            new(PropertyId, FieldType.Bytes, "id of the rental property"),
            new(RoomKey, FieldType.Text, "property id and room number; unique"),
            new(Occupied, FieldType.Integer, "people living there now"),
            new(Capacity, FieldType.Integer, "most people allowed at once, null if not configured"),
        ],
        [new(PropertyId, IndexType.Lookup), new(RoomKey, IndexType.Unique)]);

    /// <summary>Leases (租赁合同).</summary>
    public static RecordKind Lease { get; } = new(
        "lease",
        "租赁合同: who may use which rooms for how long",
        [
            new(PropertyId, FieldType.Bytes, "id of the rental property"),
            new(Since, FieldType.Date, "first day of the term"),
            new(TermUntil, FieldType.Date, "last day of the term, null if open-ended"),
        ],
        [new(PropertyId, IndexType.Lookup), new(TermUntil, IndexType.Ordered)]);

    /// <summary>Stays (入住).</summary>
    public static RecordKind Occupancy { get; } = new(
        "occupancy",
        "入住: one person's stay in a room or bed",
        [
            new(ResidentId, FieldType.Bytes, "id of the resident"),
            new(PropertyId, FieldType.Bytes, "id of the rental property"),
            new(RoomId, FieldType.Bytes, "id of the room"),
            new(OpenBed, FieldType.Text, "room and bed while the stay goes on; unique, so a bed has one person"),
            new(OpenStay, FieldType.Text, "room and resident while the stay goes on; unique"),
            new(Since, FieldType.Date, "first day"),
            new(EndedOn, FieldType.Date, "first day no longer there, null while it goes on"),
        ],
        [
            new(ResidentId, IndexType.Lookup),
            new(PropertyId, IndexType.Lookup),
            new(RoomId, IndexType.Lookup),
            new(OpenBed, IndexType.Unique),
            new(OpenStay, IndexType.Unique),
            new(EndedOn, IndexType.Ordered),
        ]);
}
