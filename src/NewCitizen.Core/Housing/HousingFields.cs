using NewCitizen.Storage;

namespace NewCitizen.Housing;

/// <summary>Small conversions that the housing mappers share.</summary>
internal static class HousingFields
{
    public static FieldValue Id(Guid id) => FieldValue.Bytes(id.ToByteArray(bigEndian: true));

    public static Guid Id(FieldValue value) => new(value.AsBytes(), bigEndian: true);

    public static string RoomKey(RentalPropertyId property, string number) => $"{property.Value:N}/{number}";

    public static string BedKey(RoomId room, string bed) => $"{room.Value:N}/{bed}";

    public static string StayKey(RoomId room, Residents.ResidentId resident) => $"{room.Value:N}/{resident.Value:N}";
}
