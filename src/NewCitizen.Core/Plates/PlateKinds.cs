using NewCitizen.Storage;

namespace NewCitizen.Plates;

/// <summary>How door plates are stored.</summary>
public static class PlateKinds
{
    internal const string Code = "plate_code";
    internal const string Home = "property_id";
    internal const string LiveHome = "live_property_id";
    internal const string RevokedOn = "revoked_on";

    /// <summary>Door plates (二维码门牌). Nothing in them is personal.</summary>
    public static RecordKind DoorPlate { get; } = new(
        "door_plate",
        "二维码门牌: the QR plate of a home",
        [
            new(Code, FieldType.Text, "number on the plate; unique, also after it was revoked"),
            new(Home, FieldType.Bytes, "id of the rental property"),
            new(LiveHome, FieldType.Bytes, "id of the rental property while the plate is valid; unique, so a home has one"),
            new(RevokedOn, FieldType.Date, "first day no longer valid, null while it is"),
        ],
        [new(Code, IndexType.Unique), new(Home, IndexType.Lookup), new(LiveHome, IndexType.Unique), new(RevokedOn, IndexType.Ordered)]);
}
