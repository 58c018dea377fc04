using NewCitizen.Storage.PostgreSql.Schema;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Values;

/// <summary>Makes field values of columns.</summary>
internal static class ColumnReader
{
    public static FieldValue Read(NpgsqlDataReader reader, int place, FieldColumn column)
    {
        if (reader.IsDBNull(place))
        {
            return FieldValue.Null;
        }

        return column.Definition.Multiple ? ReadMany(reader, place, column.Definition.Type) : ReadOne(reader, place, column.Definition.Type);
    }

    private static FieldValue ReadOne(NpgsqlDataReader reader, int place, FieldType type) => type switch
    {
        FieldType.Text => FieldValue.Text(TextCodec.Decode(reader.GetString(place))),
        FieldType.Integer => FieldValue.Integer(reader.GetInt64(place)),
        FieldType.Bytes => FieldValue.Bytes(reader.GetFieldValue<byte[]>(place)),
        FieldType.Date => FieldValue.Date(Parameters.Date(reader.GetFieldValue<int>(place))),
        _ => FieldValue.Instant(Parameters.Moment(reader.GetFieldValue<long>(place))),
    };

    private static FieldValue ReadMany(NpgsqlDataReader reader, int place, FieldType type) => type switch
    {
        FieldType.Text => Many<string>(reader, place, text => FieldValue.Text(TextCodec.Decode(text))),
        FieldType.Integer => Many<long>(reader, place, FieldValue.Integer),
        FieldType.Bytes => Many<byte[]>(reader, place, FieldValue.Bytes),
        FieldType.Date => Many<int>(reader, place, days => FieldValue.Date(Parameters.Date(days))),
        _ => Many<long>(reader, place, microseconds => FieldValue.Instant(Parameters.Moment(microseconds))),
    };

    private static FieldValue Many<T>(NpgsqlDataReader reader, int place, Func<T, FieldValue> map)
    {
        var values = reader.GetFieldValue<T[]>(place);
        var fields = new FieldValue[values.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = map(values[i]);
        }

        return FieldValue.Many(fields);
    }
}
