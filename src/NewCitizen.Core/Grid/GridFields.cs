using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Grid;

/// <summary>Small conversions that the mappers of grid, collection and checklists share.</summary>
internal static class GridFields
{
    public static FieldValue Id(Guid id) => FieldValue.Bytes(id.ToByteArray(bigEndian: true));

    public static FieldValue Id(Guid? id) => id is { } known ? Id(known) : FieldValue.Null;

    public static Guid Id(FieldValue value) => new(value.AsBytes(), bigEndian: true);

    public static Guid? MaybeId(FieldValue value) => value.IsNull ? null : Id(value);

    public static LocalDate? MaybeDate(FieldValue value) => value.IsNull ? null : value.AsDate();
}
