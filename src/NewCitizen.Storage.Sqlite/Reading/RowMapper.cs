using NewCitizen.Storage.Sqlite.Native;
using NewCitizen.Storage.Sqlite.Schema;
using NewCitizen.Storage.Sqlite.Values;

namespace NewCitizen.Storage.Sqlite.Reading;

/// <summary>Makes records from rows of <see cref="KindTable.SelectList"/>.</summary>
internal static class RowMapper
{
    public static StoredRecord Map(Statement row, KindTable table, RecordKey key)
    {
        var columns = table.Columns;
        var fields = columns.Count == 0 ? [] : new FieldValue[columns.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = ColumnCodec.Read(row, i + 2, columns[i].Definition);
        }

        return new(key, row.Number(0), fields, row.Bytes(1).ToArray());
    }
}
