using NewCitizen.Storage.PostgreSql.Schema;
using NewCitizen.Storage.PostgreSql.Values;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Reading;

/// <summary>Makes records from rows of <see cref="KindTable.SelectList"/>.</summary>
internal static class RowMapper
{
    public static StoredRecord Map(NpgsqlDataReader row, KindTable table, RecordKey key)
    {
        var columns = table.Columns;
        var version = row.GetInt64(0);
        var body = row.GetFieldValue<byte[]>(1);
        var fields = columns.Count == 0 ? [] : new FieldValue[columns.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = ColumnReader.Read(row, i + 2, columns[i]);
        }

        return new(key, version, fields, body);
    }
}
